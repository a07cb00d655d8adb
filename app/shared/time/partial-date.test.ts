import { describe, expect, test } from 'vitest'
import { firstDay, formatPartialDate, isPartialDate, lastDay, nextDay } from './partial-date.ts'

describe('a date as far as it is known', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2025', '2025'],
    ['2024-02', '2024-02-01', '2024-02-29', 'tháng 2, 2024', 'February 2024'],
    ['2025-03-11', '2025-03-11', '2025-03-11', '11 tháng 3, 2025', 'March 11, 2025'],
  ])('%s', (date, first, last, vi, en) => {
    expect(isPartialDate(date)).toBe(true)
    expect([firstDay(date), lastDay(date)]).toEqual([first, last])
    expect([formatPartialDate(date, 'vi'), formatPartialDate(date, 'en')]).toEqual([vi, en])
  })

  test.each(['', '25', '0000', '2025-13', '2025-00', '2025-02-29', '2025-1-1', '2025-03-11T00:00', ' 2025'])(
    'there is no %j',
    (text) => expect(isPartialDate(text)).toBe(false),
  )

  test('the day after is over the end of a month and a year', () => {
    expect(['2024-02-28', '2024-12-31', '2025-06-30'].map(nextDay)).toEqual([
      '2024-02-29',
      '2025-01-01',
      '2025-07-01',
    ])
  })
})
