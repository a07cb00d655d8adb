import { describe, expect, it } from 'vitest'
import type { DraftAppearance } from '../draft/draft-edit.ts'
import { fitTurns, lengthOf, turnTimes } from './turns.ts'

const turn = (minutes: number | null, role: DraftAppearance['role'] = 'speaker'): DraftAppearance => ({
  personId: `${role} ${minutes}`,
  role,
  minutes,
  deputyForId: null,
})
const minutesOf = (people: DraftAppearance[]) => people.map((one) => one.minutes)

describe('turns', () => {
  it.each<[string, (number | null)[], number | null, (number | null)[]]>([
    ['that fit stay', [10, 20], 30, [10, 20]],
    ['are shortened in proportion', [10, 20], 15, [5, 10]],
    ['stay whole minutes', [10, 10, 10], 20, [7, 7, 6]],
    ['without minutes stay so', [null, 20], 10, [null, 10]],
    ['keep at least one minute', [1, 1, 58], 30, [1, 1, 28]],
    ['are dropped when there is not a minute for each', [5, 5, 5], 2, [1, 1, null]],
    ['of a session without a slot stay', [50, 50], null, [50, 50]],
  ])('%s', (_, given, length, expected) => {
    expect(
      minutesOf(
        fitTurns(
          given.map((one) => turn(one)),
          length,
        ),
      ),
    ).toEqual(expected)
  })

  it('never last longer than the session, whatever they were', () => {
    for (let seed = 1; seed < 500; seed++) {
      const given = Array.from({ length: 1 + (seed % 9) }, (_, i) => turn(((seed * (i + 7) * 31) % 90) + 1))
      const length = (seed * 17) % 120
      const sum = minutesOf(fitTurns(given, length)).reduce<number>((all, one) => all + (one ?? 0), 0)
      const before = minutesOf(given).reduce<number>((all, one) => all + (one ?? 0), 0)
      expect(sum).toBe(Math.min(before, length))
    }
  })

  it('of an interpreter are no turns', () => {
    const people = [turn(20), turn(20, 'interpreter')]
    expect(fitTurns(people, 20)).toEqual(people)
    expect(turnTimes(people, '2025-03-11T22:00:00.000Z')[1]).toBeNull()
  })

  it('follow each other', () => {
    const times = turnTimes([turn(10), turn(null), turn(5)], '2025-03-11T22:00:00.000Z')
    expect(times.map((one) => one?.from.toISOString().slice(11, 16))).toEqual(['22:00', undefined, '22:10'])
    expect(turnTimes([turn(10)], null)).toEqual([null])
  })
})

it.each([
  ['2025-03-11T22:00:00.000Z', '2025-03-11T22:45:00.000Z', 45],
  [null, null, null],
])('from %s to %s are %s minutes', (startsAt, endsAt, minutes) => {
  expect(lengthOf({ startsAt, endsAt })).toBe(minutes)
})
