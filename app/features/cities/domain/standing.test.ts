import { describe, expect, test } from 'vitest'
import { type Span, standsInYear, standsOn, turningDays, yearsOf } from './standing.ts'

const span = (fromDate: string | null, toDate: string | null = null): Span => ({ fromDate, toDate })

describe('from when to when a city belongs to an initiative', () => {
  test.each<[string, Span, number[]]>([
    ['a day', span('2025-05-12'), [2025, 2026]],
    ['a month, until a year', span('2024-12', '2025'), [2024, 2025]],
    ['since when is not known', span(null, '2024-01-01'), [2023, 2024]],
    ['nothing is known', span(null), [2023, 2024, 2025, 2026]],
    ['a year that comes', span('2027'), []],
  ])('%s: the years in which it stands', (_, one, years) => {
    expect([2023, 2024, 2025, 2026].filter((year) => standsInYear(one, year))).toEqual(years)
  })

  test('on a day, as far as is known', () => {
    expect(standsOn(span('2025-05-12'), '2025-05-11')).toBe(false)
    expect(standsOn(span('2025-05-12'), '2025-05-12')).toBe(true)
    expect(standsOn(span('2025', '2026-03'), '2026-03-31')).toBe(true)
    expect(standsOn(span('2025', '2026-03'), '2026-04-01')).toBe(false)
  })

  test('the years to choose from have no gap, and the present one among them', () => {
    expect(yearsOf([span('2023-11'), span('2025-05-12')], 2026)).toEqual([2023, 2024, 2025, 2026])
    expect(yearsOf([span('2025', '2028')], 2026)).toEqual([2025, 2026, 2027, 2028])
    expect(yearsOf([span(null)], 2026)).toEqual([2026])
  })

  test('a page of today is another one on the days that come', () => {
    expect(turningDays([span('2025-05-12', '2026-03'), span('2027')], '2026-01-05')).toEqual([
      '2026-04-01',
      '2027-01-01',
    ])
  })
})
