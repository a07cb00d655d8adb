import type { DateOrder } from '#app/shared/tables/date-order.ts'

/** How dates without a year, and counted days, are meant: by the first day of the event, as `2025-03-11`. */
export type DayFound = { day: string | null; lacks: 'year' | 'date' | null }

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const weekday =
  '(?:(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s+nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\\.?)'
const beforeDay = `^(?:(?:ngày|date|day)?\\s*:?\\s*${weekday}?[\\s,:–-]*(?:ngày\\s+)?)`
const dayAndMonth = new RegExp(
  `${beforeDay}(\\d{1,2})(?:\\s*[/.]\\s*|\\s+tháng\\s+)(\\d{1,2})[\\s.:]*$`,
  'iu',
)
const monthAndDay = new RegExp(`${beforeDay}([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s.:]*$`, 'iu')
const dayAndName = new RegExp(`${beforeDay}(\\d{1,2})(?:st|nd|rd|th)?\\s+([a-z]{3,9})[\\s.:]*$`, 'iu')
const counted = /^(?:day|ngày(?:\s+thứ)?)\s+(\d|một|nhất|hai|ba|tư|one|two|three|four)(?:\s*[:–-].*)?$/iu
const weekdays: [RegExp, number][] = [
  [/^(?:sun|chủ nhật|cn$)/iu, 0],
  [/^(?:mon|thứ (?:hai|2)|t2$)/iu, 1],
  [/^(?:tue|thứ (?:ba|3)|t3$)/iu, 2],
  [/^(?:wed|thứ (?:tư|4)|t4$)/iu, 3],
  [/^(?:thu|thứ (?:năm|5)|t5$)/iu, 4],
  [/^(?:fri|thứ (?:sáu|6)|t6$)/iu, 5],
  [/^(?:sat|thứ (?:bảy|7)|t7$)/iu, 6],
]
const weekdayAlone = new RegExp(`^(?:${weekday}|cn|t[2-7])$`, 'iu')
const numbers: Record<string, number> = {
  một: 1,
  nhất: 1,
  one: 1,
  hai: 2,
  two: 2,
  ba: 3,
  three: 3,
  tư: 4,
  four: 4,
}

/**
 * The day that a heading names: "Ngày 11/3/2025"; "Thứ Ba, 11 tháng 3" in the year that lies nearest to the event; "Day 2"
 * counted from its first. Null for what is no heading of a day; a day that cannot be told without the event stays open.
 */
export function dayHeading(
  text: string,
  firstDay: string | null,
  order: DateOrder | null = 'day-first',
): DayFound | null {
  const whole = readDate(text, order)
  if (whole) return { day: whole, lacks: null }
  const [, number = ''] = counted.exec(text) ?? []
  const count = numbers[number.toLowerCase()] ?? Number(number)
  if (number && count > 0) return { day: firstDay && daysAfter(firstDay, count - 1), lacks: 'date' }
  const [, first, second] = dayAndMonth.exec(text) ?? []
  if (first && second && /tháng/iu.test(text)) return nearest(first, second, firstDay)
  if (first && second) {
    const way = waysRound(first, second, order).find(([day, month]) => valid('2024', month, day))
    return way ? nearest(way[0], way[1], firstDay) : null
  }
  const [, name, date] = monthAndDay.exec(text) ?? []
  if (date && monthOf(name) !== '0') return nearest(date, monthOf(name), firstDay)
  const [, number2, month2] = dayAndName.exec(text) ?? []
  return number2 && monthOf(month2) !== '0' ? nearest(number2, monthOf(month2), firstDay) : null
}

/**
 * The same of a cell in a column of days, where "2" is the second day and "Tue" the first Tuesday of the event; `rest` is
 * what stands behind a weekday, as the times in "Wed 14:45-16:30".
 */
export function dayCell(
  text: string,
  firstDay: string | null,
  order: DateOrder | null = 'day-first',
): (DayFound & { rest: string }) | null {
  const [, compact] = /^(\d{8})$/.exec(text) ?? []
  if (compact) {
    const day = valid(compact.slice(0, 4), compact.slice(4, 6), compact.slice(6))
    return day ? { day, lacks: null, rest: '' } : null
  }
  const short = shortDate(text, order)
  if (short) return { day: short, lacks: null, rest: '' }
  const [, number] = /^(\d{1,2})\.?$/.exec(text) ?? []
  if (number && Number(number) > 0) {
    return { day: firstDay && daysAfter(firstDay, Number(number) - 1), lacks: 'date', rest: '' }
  }
  const [, name = text, rest = ''] = /^(.*?\p{L}\.?)[\s,:]+(\d{1,2}\s?[:.hg].*)$/iu.exec(text) ?? []
  const found = weekdayAlone.test(name) ? weekdays.find(([pattern]) => pattern.test(name)) : undefined
  if (found) return { day: firstDay && nextWeekday(firstDay, found[1]), lacks: 'date', rest }
  const heading = dayHeading(text, firstDay, order)
  return heading && { ...heading, rest: '' }
}

/** Dates as spreadsheets shorten them: "1-Mar-27", "1/3/27", "01.03.27"; null for others. */
function shortDate(text: string, order: DateOrder | null): string | null {
  const [, date, name = '', ending = ''] = /^(\d{1,2})[-\s]([a-z]{3,9})[-\s](\d{2}|\d{4})$/i.exec(text) ?? []
  if (date) return valid(wholeYear(ending), monthOf(name), date)
  const [, first = '', , second = '', year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$/.exec(text) ?? []
  if (!year) return null
  return (
    waysRound(first, second, order).flatMap(([day, month]) => valid(wholeYear(year), month, day) ?? [])[0] ??
    null
  )
}

// No agenda is older than this century.
const wholeYear = (year: string) => (year.length === 2 ? `20${year}` : year)

function nextWeekday(firstDay: string, weekday: number): string {
  const first = new Date(`${firstDay}T00:00:00Z`).getUTCDay()
  return daysAfter(firstDay, (weekday - first + 7) % 7)
}

/** The day so many days later. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

function nearest(day?: string, month?: string, firstDay?: string | null): DayFound | null {
  // A leap year, so that the last day of February is a day.
  if (!valid('2024', month, day)) return null
  if (!firstDay) return { day: null, lacks: 'year' }
  const year = Number(firstDay.slice(0, 4))
  const distance = (one: string) => Math.abs(Date.parse(one) - Date.parse(firstDay))
  const [closest = null] = [year - 1, year, year + 1]
    .flatMap((one) => valid(String(one), month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b))
  return { day: closest, lacks: 'year' }
}

/**
 * A date in a line, as `2025-03-11`; null when there is none. `order`: which of its numbers is the month; with null only
 * a date is read that has one way round.
 */
export function readDate(text: string, order: DateOrder | null = 'day-first'): string | null {
  const iso = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text)
  if (iso) return valid(iso[1], iso[2], iso[3])
  const plain = /\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\b/.exec(text)
  if (plain) {
    const ways = waysRound(plain[1] ?? '', plain[2] ?? '', order)
    return ways.flatMap(([day, month]) => valid(plain[3], month, day) ?? [])[0] ?? null
  }
  const vietnamese = /(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*[,/]|\s*,?\s+năm)?\s*(\d{4})/iu.exec(text)
  if (vietnamese) return valid(vietnamese[3], vietnamese[2], vietnamese[1])
  const english = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text)
  if (english) return valid(english[3], monthOf(english[1]), english[2])
  const british = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text)
  return british ? valid(british[3], monthOf(british[2]), british[1]) : null
}

/** Two numbers as day and month: in their order first, the other way only where that is no date. */
function waysRound(first: string, second: string, order: DateOrder | null): [string, string][] {
  const isOpen = order === null && first !== second && Number(first) <= 12 && Number(second) <= 12
  if (isOpen) return []
  const dayFirst: [string, string] = [first, second]
  const monthFirst: [string, string] = [second, first]
  return order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
}

function monthOf(name: string | undefined): string {
  return String(months.findIndex((month) => month.startsWith((name ?? '?').toLowerCase())) + 1)
}

function valid(year?: string, month?: string, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = new Date(Date.UTC(y, m - 1, d))
  return m > 0 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? `${y}-${two(m)}-${two(d)}` : null
}

const two = (value: number) => String(value).padStart(2, '0')
