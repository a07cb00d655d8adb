import { readPlain, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'
import { placeText } from './attendance-entry.ts'
import type { CalendarEntry } from './calendar-entry.ts'

export type SpokenSession = {
  sent: SentInvitation
  invitation: { uid: string; sequence: number; issuedAt: Date }
  status: 'confirmed' | 'cancelled'
  eventTitle: TranslatedText
  /** The public page of the event, if there is one yet; the session's own may not be published any more. */
  eventUrl: string | undefined
  /** Where the event is, in words: a room of no venue of its own is there. */
  eventPlace: string
}

/** A session as it stands in a speaker's calendar: what the person was told, in their language. */
export function sessionEntry(
  { sent, invitation, status, ...of }: SpokenSession,
  locale: Locale,
): CalendarEntry {
  return {
    ...invitation,
    startsAt: new Date(sent.startsAt),
    endsAt: new Date(sent.endsAt),
    title: readPlain(sent.title, locale),
    description: [textIn(of.eventTitle, locale), of.eventUrl].filter(Boolean).join('\n'),
    location: sessionPlace(sent, locale, of.eventPlace) || undefined,
    url: of.eventUrl,
    status,
    language: locale,
  }
}

/**
 * Room and place in words: "Room 2, Harvard Faculty Club, 20 Quincy Street, Cambridge"; without a venue of its own a room is
 * where the event is.
 */
export function sessionPlace(
  { room, venue, place }: Pick<SentInvitation, 'room' | 'venue' | 'place'>,
  locale: Locale,
  eventPlace = '',
): string {
  return [textIn(room, locale), textIn(place, locale) || textIn(venue, locale) || eventPlace]
    .filter(Boolean)
    .join(', ')
}

type Room = { name: TranslatedText; venue?: SentInvitation['venue']; place?: SentInvitation['place'] }
type Venue = Parameters<typeof placeText>[0]

/** The same of a published session: a festival has many houses, and a room without one is where its event is. */
export function roomPlace(event: { venue: Venue | null }, room: Room | undefined, locale: Locale): string {
  const { name = null, venue = null, place } = room ?? {}
  const eventPlace = event.venue ? placeText(event.venue, locale) : ''
  return sessionPlace({ room: name, venue, ...(place && { place }) }, locale, eventPlace)
}
