import { countryName } from '#app/shared/i18n/country-name.ts'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import { readPlain, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { CalendarEntry } from './calendar-entry.ts'

type Place = {
  name: TranslatedText
  address: string
  city: TranslatedText
  country: string
  latitude: number | null
  longitude: number | null
}

export type Attendance = {
  event: { slug: string; title: TranslatedText; summary: TranslatedText; startsAt: Date; endsAt: Date }
  venue: Place | null
  invitation: { uid: string; sequence: number; issuedAt: Date }
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** The public page, if there is one, and the attendee's own page where the file may carry it. */
  eventUrl: string | undefined
  personalUrl?: string
}

/** An attendee's seat as it stands in their calendar, in their language. */
export function attendanceEntry(attendance: Attendance, locale: Locale): CalendarEntry {
  const { event, venue, invitation, status, eventUrl, personalUrl } = attendance
  const links = [eventUrl, personalUrl].filter(Boolean).join('\n')
  const summary = textIn(event.summary, locale)
  return {
    ...invitation,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    title: readPlain(event.title, locale),
    description: [summary, links].filter(Boolean).join('\n\n'),
    location: venue ? placeText(venue, locale) : undefined,
    geo:
      venue?.latitude != null && venue.longitude != null
        ? { latitude: venue.latitude, longitude: venue.longitude }
        : null,
    url: eventUrl,
    status,
    language: locale,
  }
}

/** A place in the words that a map finds; a city that the address names already is not said twice. */
export function placeText(venue: Omit<Place, 'latitude' | 'longitude'>, locale: Locale): string {
  const [city, address] = [textIn(venue.city, locale), withoutMarks(venue.address)]
  const parts = [textIn(venue.name, locale), address, address.includes(city) ? '' : city]
  return [...parts, countryName(venue.country, locale)].filter(Boolean).join(', ')
}
