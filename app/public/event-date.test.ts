import { expect, it } from 'vitest'
import { isLong, ringDate, shortCity } from './event-date.ts'

const event = (from: string, to: string) => ({
  startsAt: new Date(from),
  endsAt: new Date(to),
  timeZone: 'Asia/Ho_Chi_Minh',
})

it.each([
  ['2025-03-11T03:00:00Z', '2025-03-11T05:00:00Z', '11', 'tháng 3, 2025', 'March 2025'],
  ['2025-03-11T20:00:00Z', '2025-03-11T22:00:00Z', '12', 'tháng 3, 2025', 'March 2025'],
  ['2027-06-23T03:00:00Z', '2027-06-27T05:00:00Z', '23–27', 'tháng 6, 2027', 'June 2027'],
])('%s to %s is %s', (from, to, large, vi, en) => {
  expect(ringDate(event(from, to), 'vi')).toEqual({ large, small: vi })
  expect(ringDate(event(from, to), 'en')).toEqual({ large, small: en })
})

it('has no single month for a festival over two', () => {
  expect(ringDate(event('2027-06-28T03:00:00Z', '2027-07-03T03:00:00Z'), 'vi')).toBeNull()
})

it('names a festival by its days', () => {
  expect(isLong(event('2027-06-23T03:00:00Z', '2027-06-27T05:00:00Z'))).toBe(true)
  expect(isLong(event('2025-03-11T03:00:00Z', '2025-03-11T05:00:00Z'))).toBe(false)
})

it('shortens a city', () => {
  expect(shortCity({ en: 'Cambridge, Massachusetts' }, 'vi')).toBe('Cambridge')
  expect(shortCity(null, 'vi')).toBe('')
})
