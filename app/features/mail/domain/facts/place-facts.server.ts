import { personalCalendar } from '#app/features/calendar/domain/invitation-calendar.ts'
import { sessionEntry, sessionPlace } from '#app/features/calendar/domain/session-entry.ts'
import { m } from '#app/paraglide/messages.js'
import { read } from '#app/shared/i18n/translated-text.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'
import type { RegistrationFacts, SignUpFacts } from '#emails/facts.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis } from './mail-basis.server.ts'
import type { CalendarText } from './mail-calendar.server.ts'
import { eventUrl } from './mail-facts.server.ts'
import type { StoredFacts, StoredPlace } from './stored-facts.ts'

/** What became of an attendee's seats in sessions. */
export function placeFacts(facts: RegistrationFacts, row: ClaimedMail): SignUpFacts {
  const stored = storedPlaces(row)
  if (stored.length === 0) throw new Undeliverable('registration-gone')
  const places = stored.map((one) => ({
    title: read(one.title, row.locale),
    startsAt: new Date(one.startsAt),
    endsAt: new Date(one.endsAt),
    place: placeOf(one, row, ''),
    state: one.state,
    seats: one.seats,
  }))
  return { ...facts, places }
}

/** A calendar entry of each seat that is theirs, and one that ends it of each that was: a file each, since each has its UID. */
export function placeEntries(row: ClaimedMail, { event }: EventBasis, place: string): CalendarText[] {
  return storedPlaces(row).flatMap((one) => {
    if (one.state === 'waitlisted' || !one.id) return []
    const entry = sessionEntry(
      {
        sent: sentPlace(one),
        invitation: { uid: one.id, sequence: one.sequence, issuedAt: row.createdAt },
        status: one.state === 'cancelled' ? 'cancelled' : 'confirmed',
        eventTitle: event.title,
        eventUrl: event.publishedAt ? eventUrl(event.slug, row.locale) : undefined,
        eventPlace: place,
      },
      row.locale,
    )
    const seats = m['mail.signed-up.seats']({ seats: one.seats }, { locale: row.locale })
    const description =
      one.seats > 1 ? [seats, entry.description].filter(Boolean).join('\n') : entry.description
    return { method: 'PUBLISH', uid: one.id, content: personalCalendar({ ...entry, description }) }
  })
}

function sentPlace({ slug = '', place, ...one }: StoredPlace): SentInvitation {
  return { ...one, slug, kind: 'talk', roles: [], minutes: null, ...(place && { place }) }
}

/** None in a mail that is about no seat in a session. */
function storedPlaces(row: ClaimedMail): StoredPlace[] {
  const { places, signUp } = row.facts as StoredFacts
  if (places) return places
  if (!signUp) return []
  return [{ ...signUp, id: '', sequence: 0, room: null, venue: null, seats: 1 }]
}

function placeOf({ room, venue, place }: StoredPlace, row: ClaimedMail, eventPlace: string): string {
  return sessionPlace({ room, venue, ...(place && { place }) }, row.locale, eventPlace)
}
