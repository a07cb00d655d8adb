import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDays } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Dated = { startsAt: Date; endsAt: Date; timeZone: string }

const day = 86_400_000
const englishMonths =
  'January February March April May June July August September October November December'.split(' ')

/** A festival of several days is named by its days; anything shorter by its hours. */
export function isLong(event: { startsAt: Date; endsAt: Date }): boolean {
  return event.endsAt.getTime() - event.startsAt.getTime() > day
}

/** The city without its province or state: `Cambridge` of `Cambridge, Massachusetts`. */
export function shortCity(city: TranslatedText | null | undefined, locale: Locale): string {
  return textIn(city, locale).split(',', 1)[0]?.trim() ?? ''
}

/** The date in the middle of the ring: `11` over `tháng 3, 2025`; null when the days span two months. */
export function ringDate({ startsAt, endsAt, timeZone }: Dated, locale: Locale) {
  // In Vietnamese the day always stands first, after the weekday if there is one.
  const words = formatDays(startsAt, endsAt, timeZone, 'vi')
  const [, days, month, year] = /(\d+(?:–\d+)?) tháng (\d+), (\d+)$/.exec(words) ?? []
  if (!days || !month || words.includes(' – ')) return null
  return {
    large: days,
    small: locale === 'vi' ? `tháng ${month}, ${year}` : `${englishMonths[Number(month) - 1]} ${year}`,
  }
}
