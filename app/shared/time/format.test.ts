import { describe, expect, it } from 'vitest'
import {
  clockPlace,
  formatCount,
  formatDateTime,
  formatDay,
  formatDays,
  formatRange,
  formatTime,
  formatTimes,
  zoneCity,
  zoneOffset,
  zoneOffsets,
} from './format.ts'

const boston = 'America/New_York'
const vietnam = 'Asia/Ho_Chi_Minh'
const start = new Date('2025-03-11T22:00:00Z')
const end = new Date('2025-03-12T00:30:00Z')

describe('the Harvard evening, two days after the clocks changed', () => {
  it.each([
    [formatDateTime(start, boston, 'vi', 'Boston'), 'Thứ Ba, 11 tháng 3, 2025, 18:00 (Boston)'],
    [formatDateTime(start, boston, 'en', 'Boston'), 'Tuesday, March 11, 2025, 6:00\u00a0PM (Boston)'],
    [formatDateTime(start, vietnam, 'vi'), 'Thứ Tư, 12 tháng 3, 2025, 05:00'],
    [formatRange(start, end, boston, 'vi', 'Boston'), 'Thứ Ba, 11 tháng 3, 2025, 18:00–20:30 (Boston)'],
    [formatRange(start, end, boston, 'en'), 'Tuesday, March 11, 2025, 6:00–8:30\u00a0PM'],
    [formatDay(start, vietnam, 'en'), 'Wednesday, March 12, 2025'],
    [zoneOffset(start, boston), 'UTC−4'],
    [zoneOffset(start, vietnam), 'UTC+7'],
  ])('%s', (written, wanted) => expect(written).toBe(wanted))

  it('is one hour off a week earlier', () => {
    expect(zoneOffset(new Date('2025-03-04T22:00:00Z'), boston)).toBe('UTC−5')
    expect(formatTime(new Date('2025-03-04T22:00:00Z'), boston, 'vi')).toBe('17:00')
  })
})

describe('other hours and days', () => {
  it('writes midnight and noon as people do', () => {
    expect(formatTime(new Date('2025-01-01T17:00:00Z'), vietnam, 'vi')).toBe('00:00')
    expect(formatTime(new Date('2025-01-01T17:00:00Z'), vietnam, 'en')).toBe('12:00\u00a0AM')
    expect(formatTime(new Date('2025-01-01T05:00:00Z'), vietnam, 'en')).toBe('12:00\u00a0PM')
  })

  it('names both halves of the day where they differ', () => {
    const morning = new Date('2025-01-01T03:00:00Z')
    const noon = new Date('2025-01-01T06:15:00Z')
    expect(formatTimes(morning, noon, vietnam, 'en')).toBe('10:00\u00a0AM–1:15\u00a0PM')
  })

  it('says both days when an evening ends after midnight', () => {
    expect(formatRange(start, end, vietnam, 'vi')).toBe('Thứ Tư, 12 tháng 3, 2025, 05:00–07:30')
    const late = new Date('2025-03-12T04:30:00Z')
    expect(formatRange(start, late, boston, 'vi')).toBe(
      'Thứ Ba, 11 tháng 3, 2025, 18:00 – Thứ Tư, 12 tháng 3, 2025, 00:30',
    )
  })

  it('joins the days of a festival', () => {
    const from = new Date('2027-06-29T02:00:00Z')
    const to = new Date('2027-07-05T12:00:00Z')
    expect(formatDays(from, to, vietnam, 'vi')).toBe('29 tháng 6 – 5 tháng 7, 2027')
    expect(formatDays(new Date('2027-07-01T02:00:00Z'), to, vietnam, 'en')).toBe('July 1–5, 2027')
    expect(formatDays(new Date('2027-07-01T02:00:00Z'), to, vietnam, 'vi')).toBe('1–5 tháng 7, 2027')
  })

  it('names zones and counts in the language', () => {
    expect(zoneCity(vietnam, 'vi')).toBe('Việt Nam')
    expect(zoneCity('America/Los_Angeles', 'en')).toBe('Los Angeles')
    expect(zoneOffset(start, 'Asia/Kolkata')).toBe('UTC+5:30')
    expect([formatCount(1200, 'vi'), formatCount(1200, 'en')]).toEqual(['1.200', '1,200'])
  })

  it('names zones as they are called today, and clocks by the city that people know', () => {
    expect(zoneCity('Asia/Calcutta', 'en')).toBe('Kolkata')
    expect(zoneCity('Europe/Kiev', 'vi')).toBe('Kyiv')
    expect(clockPlace('Cambridge, Massachusetts', boston, 'en')).toBe('Boston')
    expect(clockPlace('Cambridge', 'Europe/London', 'en')).toBe('Cambridge')
    expect(clockPlace('Đà Nẵng', vietnam, 'vi')).toBe('Đà Nẵng')
    expect(clockPlace('', vietnam, 'vi')).toBe('Việt Nam')
  })

  it('gives both offsets of a span in which the clocks change', () => {
    expect(zoneOffsets(start, end, boston)).toBe('UTC−4')
    expect(zoneOffsets(new Date('2025-03-08T15:00Z'), end, boston)).toBe('UTC−5 → UTC−4')
  })

  it('does not write a whole day as no time at all', () => {
    const from = new Date('2027-07-01T02:00:00Z')
    expect(formatTimes(from, new Date('2027-07-02T02:00:00Z'), vietnam, 'vi')).toBe(
      '09:00 – Thứ Sáu, 2 tháng 7, 2027, 09:00',
    )
    expect(
      formatTimes(new Date('2027-07-01T16:00:00Z'), new Date('2027-07-01T18:30:00Z'), vietnam, 'vi'),
    ).toBe('23:00–01:30')
  })
})
