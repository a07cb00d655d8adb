import type { Locale } from '#app/shared/vocabulary.ts'

/** A date as far as it is known: `2025`, `2025-03` or `2025-03-11`. Such texts sort as their first days do. */
export type PartialDate = string

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const two = (value: number) => String(value).padStart(2, '0')

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether a text is a date that there is, known by day, month or year. */
export function isPartialDate(text: string): boolean {
  const [, year = '', month, day] = shape.exec(text) ?? []
  if (year === '' || year === '0000') return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)))
}

/** The first day that a date may mean. */
export function firstDay(date: PartialDate): string {
  const [, year, month = '01', day = '01'] = shape.exec(date) ?? []
  return `${year}-${month}-${day}`
}

/** The last day that a date may mean. */
export function lastDay(date: PartialDate): string {
  const [, year, month, day] = shape.exec(date) ?? []
  if (month === undefined) return `${year}-12-31`
  return `${year}-${month}-${day ?? two(daysIn(Number(year), Number(month)))}`
}

export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4))
}

/** The day after, of a date known by its day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10)
}

/** "11 tháng 3, 2025" · "March 11, 2025"; no more than is known. */
export function formatPartialDate(date: PartialDate, locale: Locale): string {
  const [, year = '', month, day] = shape.exec(date) ?? []
  if (month === undefined) return year
  const name = locale === 'vi' ? `tháng ${Number(month)}` : months[Number(month) - 1]
  if (day === undefined) return locale === 'vi' ? `${name}, ${year}` : `${name} ${year}`
  return locale === 'vi' ? `${Number(day)} ${name}, ${year}` : `${name} ${Number(day)}, ${year}`
}
