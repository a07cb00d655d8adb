import { formatDateTime, formatRange, zoneCity, zoneOffset } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Span = { startsAt: Date; endsAt: Date; timeZone: string; city: string }

const home = 'Asia/Ho_Chi_Minh'

/** From when to when, at the event and, for readers of Vietnamese, at home when clocks differ there. */
export function spanLines(span: Span, locale: Locale): string[] {
  const { startsAt, endsAt, timeZone, city } = span
  const there = formatRange(startsAt, endsAt, timeZone, locale, city)
  if (!differsAtHome(startsAt, timeZone, locale)) return [there]
  return [there, formatRange(startsAt, endsAt, home, locale, zoneCity(home, locale))]
}

/** The same for one instant. */
export function instantLines(date: Date, timeZone: string, city: string, locale: Locale): string[] {
  const there = formatDateTime(date, timeZone, locale, city)
  if (!differsAtHome(date, timeZone, locale)) return [there]
  return [there, formatDateTime(date, home, locale, zoneCity(home, locale))]
}

export function whenText({ startsAt, endsAt, timeZone, city }: Span, locale: Locale): string {
  return formatRange(startsAt, endsAt, timeZone, locale, city)
}

function differsAtHome(date: Date, timeZone: string, locale: Locale): boolean {
  return locale === 'vi' && zoneOffset(date, timeZone) !== zoneOffset(date, home)
}
