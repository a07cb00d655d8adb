import { expect, it } from 'vitest'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import { instantAt } from '../domain/day-clock.ts'

it('asks for 24 hours in Vietnamese, whatever the language of the browser', () => {
  overwriteGetLocale(() => 'vi')
  expect(clockInput().type).toBe('text')
  overwriteGetLocale(() => 'en')
  expect(clockInput()).toEqual({ type: 'time' })
})

it.each(['18:30', '9:05', '09h05', '0:00', '23:59'])('takes %s, in the page and behind it', (clock) => {
  overwriteGetLocale(() => 'vi')
  expect(clock).toMatch(new RegExp(`^(?:${clockInput().pattern})$`))
  expect(instantAt('2025-03-11', clock, 'Asia/Ho_Chi_Minh')).not.toBeNull()
})

it.each(['24:30', '18:60', '6:30 PM', '1830', ''])('takes %s neither here nor there', (clock) => {
  overwriteGetLocale(() => 'vi')
  expect(clock).not.toMatch(new RegExp(`^(?:${clockInput().pattern})$`))
  expect(instantAt('2025-03-11', clock, 'Asia/Ho_Chi_Minh')).toBeNull()
})
