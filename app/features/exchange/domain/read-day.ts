/** How dates without a year, and counted days, are meant: by the first day of the event, as `2025-03-11`. */
export type DayFound = { day: string | null; lacks: 'year' | 'date' | null }

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const weekday =
  '(?:(?:thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\\s+nhật|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\\.?)'
const lead = `^(?:(?:ngày|date|day)?\\s*:?\\s*${weekday}?[\\s,:–-]*(?:ngày\\s+)?)`
const dayAndMonth = new RegExp(`${lead}(\\d{1,2})(?:\\s*[/.]\\s*|\\s+tháng\\s+)(\\d{1,2})[\\s.:]*$`, 'iu')
const monthAndDay = new RegExp(`${lead}([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s.:]*$`, 'iu')
const dayAndName = new RegExp(`${lead}(\\d{1,2})(?:st|nd|rd|th)?\\s+([a-z]{3,9})[\\s.:]*$`, 'iu')
const counted = /^(?:day|ngày(?:\s+thứ)?)\s+(\d|một|nhất|hai|ba|tư|one|two|three|four)(?:\s*[:–-].*)?$/iu
const numbers: Record<string, number> = {
  ...{ một: 1, nhất: 1, one: 1, hai: 2, two: 2, ba: 3, three: 3, tư: 4, four: 4 },
}

/**
 * The day that a heading names: "Ngày 11/3/2025"; "Thứ Ba, 11 tháng 3" in the year that lies nearest to the event; "Day 2"
 * counted from its first. Null for what is no heading of a day; a day that cannot be told without the event stays open.
 */
export function dayHeading(text: string, firstDay: string | null): DayFound | null {
  const whole = readDate(text)
  if (whole) return { day: whole, lacks: null }
  const [, number = ''] = counted.exec(text) ?? []
  const count = numbers[number.toLowerCase()] ?? Number(number)
  if (number && count > 0) return { day: firstDay && daysAfter(firstDay, count - 1), lacks: 'date' }
  const [, day, month] = dayAndMonth.exec(text) ?? []
  if (day) return nearest(day, month, firstDay)
  const [, name, date] = monthAndDay.exec(text) ?? []
  if (date && monthOf(name) !== '0') return nearest(date, monthOf(name), firstDay)
  const [, number2, month2] = dayAndName.exec(text) ?? []
  return number2 && monthOf(month2) !== '0' ? nearest(number2, monthOf(month2), firstDay) : null
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

/** A date in a line, as `2025-03-11`, day before month as in Vietnam; null when there is none. */
export function readDate(text: string): string | null {
  const iso = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text)
  if (iso) return valid(iso[1], iso[2], iso[3])
  const plain = /\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\b/.exec(text)
  // Only one way round may be a date at all.
  if (plain) return valid(plain[3], plain[2], plain[1]) ?? valid(plain[3], plain[1], plain[2])
  const vietnamese = /(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s*[,/]|\s*,?\s+năm)?\s*(\d{4})/iu.exec(text)
  if (vietnamese) return valid(vietnamese[3], vietnamese[2], vietnamese[1])
  const english = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text)
  if (english) return valid(english[3], monthOf(english[1]), english[2])
  const british = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text)
  return british ? valid(british[3], monthOf(british[2]), british[1]) : null
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
