import { roomPlace } from '#app/features/calendar/domain/session-entry.ts'
import { read } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { FeedbackFacts, RegistrationFacts, ReminderFacts } from '#emails/facts.ts'
import { asksNow, daysUntilStart, remindsNow } from '../reminders/reminder-times.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { EventBasis, MailBasis, RegistrationBasis } from './mail-basis.server.ts'
import { appUrl } from './mail-facts.server.ts'
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

/**
 * The question how it was, as things stand at this moment: not owed to whoever answered meanwhile, wishes no such mails or
 * gave up the seat. It leads to the personal page, which has the recap too.
 */
export function feedbackFacts(
  facts: RegistrationFacts,
  { locale }: ClaimedMail,
  { registration, at, basis }: Reminded,
): FeedbackFacts {
  const { state, reminded, hasAnswered } = registration
  const isOwed =
    state === 'confirmed' && reminded && !hasAnswered && asksNow(at.event, basis.now ?? new Date())
  if (!isOwed) throw new Undeliverable('not-owed')
  const isRead = at.hasRecap && at.event.publishedAt !== null
  return {
    ...facts,
    personalUrl: `${facts.personalUrl}#feedback`,
    recapUrl: isRead ? appUrl() + publicPath.recap(locale, at.event.slug) : null,
    remindersUrl: `${facts.personalUrl}/reminders`,
  }
}
