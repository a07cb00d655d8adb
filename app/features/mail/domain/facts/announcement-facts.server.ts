import { read } from '#app/shared/i18n/translated-text.ts'
import type { AnnouncementFacts } from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { AnnouncementBasis, EventBasis, MailBasis } from './mail-basis.server.ts'
import { appUrl, eventFacts, greetingName, registrationFacts } from './mail-facts.server.ts'
import { speakerFacts } from './speaker-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** What an announcement is about: it may be known when the mail's own row names no event. */
export function announcedIn({ facts }: Pick<ClaimedMail, 'facts'>, basis: MailBasis) {
  const { announcement } = facts as StoredFacts
  const found = announcement && basis.announcements.get(announcement.id)
  const at = found && basis.events.get(found.eventId)
  return announcement && found && at ? { ...announcement, found, at } : null
}

/** What an announcement says to one of those it is for; nobody is owed it who is none of them any more. */
export function announcementFacts(row: ClaimedMail, basis: MailBasis) {
  const announced = announcedIn(row, basis)
  if (!announced) throw new Undeliverable('not-owed')
  const { to, isTest = false, found, at } = announced
  const { url, secrets } = ownPage(row, basis, announced)
  const facts: AnnouncementFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    event: eventFacts(at, row.locale),
    to,
    subject: read(found.subject, row.locale),
    words: read(found.text, row.locale),
    url,
    isTest,
  }
  return { facts, secrets }
}

type Announced = { to: AnnouncementFacts['to']; isTest?: boolean; found: AnnouncementBasis; at: EventBasis }

function ownPage(row: ClaimedMail, basis: MailBasis, { to, isTest, found, at }: Announced) {
  const desk = `${appUrl()}/organize/events/${at.event.slug}`
  if (to === 'hosts' || isTest) return { url: desk, secrets: [] as Secret[] }
  if (to === 'speakers') {
    const { facts, secrets } = speakerFacts(row, basis, at)
    return { url: facts.speakingUrl, secrets }
  }
  const registration = row.registrationId ? basis.registrations.get(row.registrationId) : undefined
  if (!registration || !found.audience.states.includes(registration.state))
    throw new Undeliverable('not-owed')
  const { facts, secrets } = registrationFacts(row, registration, at)
  return { url: facts.personalUrl, secrets }
}
