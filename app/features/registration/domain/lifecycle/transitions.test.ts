import { describe, expect, it } from 'vitest'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { countChanges, mailFor, mayFollow } from './transitions.ts'

describe('states of a registration', () => {
  it.each([
    ['pending', 'confirmed', true],
    ['confirmed', 'cancelled', true],
    ['confirmed', 'waitlisted', false],
    ['waitlisted', 'offered', true],
    ['offered', 'confirmed', true],
    ['cancelled', 'offered', false],
    ['declined', 'cancelled', false],
  ] as const)('%s → %s: %s', (from, to, allowed) => {
    expect(mayFollow(from, to)).toBe(allowed)
  })

  it('has a mail for each', () => {
    expect(Object.keys(mailFor).sort()).toEqual([...registrationStates].sort())
  })

  it('counts what changes', () => {
    const changes = [
      { categoryId: 'a', from: null, to: 'confirmed' },
      { categoryId: 'a', from: 'confirmed', to: 'cancelled' },
      { categoryId: 'b', from: 'waitlisted', to: 'offered' },
    ] as const
    expect(countChanges(changes)).toEqual({
      seated: 1,
      categories: [
        { id: 'a', confirmed: 0, cancelled: 1 },
        { id: 'b', waitlisted: -1, offered: 1 },
      ],
    })
  })
})
