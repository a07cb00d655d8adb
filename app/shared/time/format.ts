import type { Locale } from '#app/shared/vocabulary.ts'
import { clockIn, wallTime, type ZoneClock } from './zone-clock.ts'

const tags = { vi: 'vi-VN', en: 'en-US' } as const
const monthsEn =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

// Cities that people name otherwise than the zone database does, or than it did: browsers still answer with the old names.
const cities: Record<string, Partial<Record<Locale, string>>> = {
  'America/New_York': { en: 'New York', vi: 'New York' },
  'Asia/Ho_Chi_Minh': { en: 'Vietnam', vi: 'Việt Nam' },
  'Asia/Saigon': { en: 'Vietnam', vi: 'Việt Nam' },
  'Asia/Bangkok': { en: 'Bangkok', vi: 'Bangkok' },
  'Asia/Calcutta': { en: 'Kolkata', vi: 'Kolkata' },
  'Asia/Katmandu': { en: 'Kathmandu', vi: 'Kathmandu' },
  'Asia/Rangoon': { en: 'Yangon', vi: 'Yangon' },
  'Asia/Dacca': { en: 'Dhaka', vi: 'Dhaka' },
  'Asia/Macao': { en: 'Macau', vi: 'Ma Cao' },
  'Asia/Singapore': { en: 'Singapore', vi: 'Singapore' },
  'Asia/Seoul': { en: 'Seoul', vi: 'Seoul' },
  'Asia/Shanghai': { en: 'Beijing', vi: 'Bắc Kinh' },
  'Asia/Tokyo': { en: 'Tokyo', vi: 'Tokyo' },
  'Atlantic/Faeroe': { en: 'Faroe', vi: 'Faroe' },
  'America/Godthab': { en: 'Nuuk', vi: 'Nuuk' },
  'Europe/Kiev': { en: 'Kyiv', vi: 'Kyiv' },
  'Europe/Paris': { en: 'Paris', vi: 'Paris' },
  UTC: { en: 'UTC', vi: 'UTC' },
}

// Towns whose clock people know by the great city beside them.
const besideCity: Record<string, string> = { 'America/New_York Cambridge': 'Boston' }

const wholeDay = 24 * 60 * 60_000
const two = (value: number) => String(value).padStart(2, '0')
const dayKey = (clock: ZoneClock) => `${clock.year}-${clock.month}-${clock.day}`

function dayText(clock: ZoneClock, locale: Locale): string {
  const weekday = weekdays[locale][clock.weekday]
  if (locale === 'vi') return `${weekday}, ${clock.day} tháng ${clock.month}, ${clock.year}`
  return `${weekday}, ${monthsEn[clock.month - 1]} ${clock.day}, ${clock.year}`
}

/** "Thứ Ba, 11 tháng 3, 2025" · "Tuesday, March 11, 2025" */
export function formatDay(date: Date, zone: string, locale: Locale): string {
  return dayText(clockIn(date, zone), locale)
}

/** "18:00" · "6:00 PM"; the figures and their AM or PM never part at the end of a line. */
export function formatTime(date: Date, zone: string, locale: Locale): string {
  const { hour, minute } = clockIn(date, zone)
  if (locale === 'vi') return `${two(hour)}:${two(minute)}`
  return `${hour % 12 || 12}:${two(minute)}\u00a0${hour < 12 ? 'AM' : 'PM'}`
}

/** "18:00:05": for what is over within a minute, in either language. */
export function formatSeconds(date: Date, zone: string): string {
  const { hour, minute } = clockIn(date, zone)
  return [hour, minute, date.getUTCSeconds()].map(two).join(':')
}

/**
 * The times alone, "18:00–20:30"; used where the day is written above. A whole day and more says on which day it ends,
 * or its hours would mean something else.
 */
export function formatTimes(start: Date, end: Date, zone: string, locale: Locale): string {
  const from = formatTime(start, zone, locale)
  if (end.getTime() - start.getTime() >= wholeDay) return `${from} – ${formatDateTime(end, zone, locale)}`
  const to = formatTime(end, zone, locale)
  const half = (text: string) => text.slice(-2)
  const short = locale === 'en' && half(from) === half(to) ? from.slice(0, -3) : from
  return `${short}–${to}`
}

const inPlace = (text: string, place: string | undefined) => (place ? `${text} (${place})` : text)

/** Day and time, and the place when given: "Thứ Ba, 11 tháng 3, 2025, 18:00 (Boston)". */
export function formatDateTime(date: Date, zone: string, locale: Locale, place?: string): string {
  return inPlace(`${formatDay(date, zone, locale)}, ${formatTime(date, zone, locale)}`, place)
}

/** From start to end: one day with two times, or two days when it goes past midnight there. */
export function formatRange(start: Date, end: Date, zone: string, locale: Locale, place?: string): string {
  const from = clockIn(start, zone)
  const to = clockIn(end, zone)
  if (dayKey(from) === dayKey(to)) {
    return inPlace(`${dayText(from, locale)}, ${formatTimes(start, end, zone, locale)}`, place)
  }
  return inPlace(`${formatDateTime(start, zone, locale)} – ${formatDateTime(end, zone, locale)}`, place)
}

/** Days without times: "Thứ Ba, 11 tháng 3, 2025", or "3–9 tháng 7, 2027" for several. */
export function formatDays(start: Date, end: Date, zone: string, locale: Locale): string {
  const from = clockIn(start, zone)
  const to = clockIn(end, zone)
  if (dayKey(from) === dayKey(to)) return dayText(from, locale)
  if (from.year !== to.year) return `${dayText(from, locale)} – ${dayText(to, locale)}`
  const name = (clock: ZoneClock) =>
    locale === 'vi' ? `${clock.day} tháng ${clock.month}` : `${monthsEn[clock.month - 1]} ${clock.day}`
  if (from.month !== to.month) return `${name(from)} – ${name(to)}, ${to.year}`
  if (locale === 'vi') return `${from.day}–${to.day} tháng ${to.month}, ${to.year}`
  return `${monthsEn[from.month - 1]} ${from.day}–${to.day}, ${to.year}`
}

/** What people call the zone: its city, or a country with one clock. */
export function zoneCity(zone: string, locale: Locale): string {
  return cities[zone]?.[locale] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** The city beside a time: the venue's, or the great one that people set their clocks by, or that of the zone. */
export function clockPlace(city: string, zone: string, locale: Locale): string {
  const town = city.split(',', 1)[0]?.trim() ?? ''
  return besideCity[`${zone} ${town}`] ?? (town || zoneCity(zone, locale))
}

/** The offset of a span, "UTC−4", or both where the clocks change within it: "UTC−5 → UTC−4". */
export function zoneOffsets(start: Date, end: Date, zone: string): string {
  const [before, after] = [zoneOffset(start, zone), zoneOffset(end, zone)]
  return before === after ? before : `${before} → ${after}`
}

/** "UTC−4" at that instant; daylight time counts. */
export function zoneOffset(date: Date, zone: string): string {
  const minutes = Math.round((wallTime(date, zone) - Math.floor(date.getTime() / 60_000) * 60_000) / 60_000)
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60 ? `:${two(size % 60)}` : ''
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

/** A count with the separators of the language: "1.200" · "1,200". */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale]).format(count)
}
