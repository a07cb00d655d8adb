import { roomPlace } from '#app/features/calendar/domain/session-entry.ts'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import type { RegistrationFacts, ReminderFacts } from '#emails/facts.ts'
import { daysUntilStart, remindsNow } from '../reminders/reminder-times.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis, MailBasis, RegistrationBasis } from './mail-basis.server.ts'
import { toldChanges } from './speaker-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

type Reminded = { registration: RegistrationBasis; at: EventBasis; basis: MailBasis }

/**
 * A reminder as things stand at this moment. Nobody is owed one of what is cancelled, over or on another day by now, nor
 * without a seat, nor against their wish.
 */
export function reminderFacts(
  facts: RegistrationFacts,
  row: ClaimedMail,
  { registration, at, basis }: Reminded,
): ReminderFacts {
  const now = basis.now ?? new Date()
  const { reminder } = row.facts as StoredFacts
  const isOwed =
    reminder &&
    registration.state === 'confirmed' &&
    registration.reminded &&
    remindsNow(reminder.kind, at.event, now)
  if (!isOwed) throw new Undeliverable('not-owed')
  const days = daysUntilStart(at.event, now)
  const { sessions, changes } = basis.programmes.get(registration.id) ?? { sessions: [], changes: [] }
  return {
    ...facts,
    when: reminder.kind === 'hour' ? 'soon' : days === 0 ? 'today' : 'tomorrow',
    wayUrl: wayUrl(at, row),
    sessions: sessions.map(({ session, room, state }) => ({
      title: read(session.title, row.locale),
      startsAt: new Date(session.startsAt),
      endsAt: new Date(session.endsAt),
      place: room ? roomPlace({ venue: at.venue }, room, row.locale) : '',
      waits: state === 'waitlisted',
    })),
    changes: toldChanges(changes, row.locale),
    remindersUrl: `${facts.personalUrl}/reminders`,
  }
}

/** The way there on a map, from wherever its reader is; nothing where no place is known. */
function wayUrl({ venue }: EventBasis, { locale }: ClaimedMail): string | null {
  if (!venue) return null
  const { latitude, longitude, address, city, name } = venue
  const point = latitude !== null && longitude !== null ? `${latitude},${longitude}` : ''
  const words = [textIn(name, locale), address, textIn(city, locale)].filter(Boolean).join(', ')
  const query = new URLSearchParams({ api: '1', destination: point || words })
  return point || address ? `https://www.google.com/maps/dir/?${query}` : null
}
