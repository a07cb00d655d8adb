import type { MailKind } from '#app/shared/vocabulary.ts'
import type { FactsOf, RegistrationFacts } from '#emails/facts.ts'
import { writeCampaign } from '../campaign/write-campaign.server.ts'
import { announcementFacts } from '../facts/announcement-facts.server.ts'
import { guestFacts } from '../facts/guest-facts.server.ts'
import { introductionFacts } from '../facts/introduction-facts.server.ts'
import { listingFacts } from '../facts/listing-facts.server.ts'
import type { EventBasis, MailBasis } from '../facts/mail-basis.server.ts'
import { attendanceCalendar, sessionCalendar } from '../facts/mail-calendar.server.ts'
import {
  addressFacts,
  appUrl,
  eventFacts,
  greetingName,
  registrationFacts,
  signInFacts,
} from '../facts/mail-facts.server.ts'
import { openingAskedFacts, openingFacts } from '../facts/opening-facts.server.ts'
import {
  carryingFacts,
  contactFacts,
  hostingFacts,
  membershipFacts,
  removalFacts,
} from '../facts/organizer-facts.server.ts'
import { placeEntries, placeFacts } from '../facts/place-facts.server.ts'
import { actionFacts, wordsFacts } from '../facts/record-facts.server.ts'
import { feedbackFacts, reminderFacts } from '../facts/reminder-facts.server.ts'
import { invitedFacts, ownChanges, proposalFacts, speakerFacts } from '../facts/speaker-facts.server.ts'
import { supportingFacts } from '../facts/supporting-facts.server.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { drawOnce } from './draw-once.server.ts'
import { loadDrawing, type WrittenMail } from './drawing.server.ts'
import type { DrawnWords, MailBodies } from './drawn-once.ts'
import { Undeliverable } from './failures.ts'

const speakerKinds = [
  'speaker-asked',
  'speaker-changed',
  'speaker-cancelled',
  'speaking-link',
  'proposal-answered',
  'words-to-confirm',
  'action-reminder',
] as const satisfies readonly MailKind[]
type SpeakerKind = (typeof speakerKinds)[number]
type Draw = <Kind extends MailKind>(
  kind: Kind,
  facts: FactsOf[Kind],
  secrets?: Secret[],
) => DrawnWords & { bodies?: MailBodies }

const supporterKinds = [
  'supporter-asked',
  'supporter-told',
  'introduction',
] as const satisfies readonly MailKind[]
type SupporterMailKind = (typeof supporterKinds)[number]

/** The words of a mail and the calendar file in it, from how things stand at this moment. */
export async function writeMail(row: ClaimedMail, basis: MailBasis): Promise<WrittenMail> {
  const drawing = await loadDrawing()
  const { kind, locale } = row
  const draw: Draw = (of, facts, secrets = []) => drawOnce(drawing, of, { facts, locale, secrets })
  if (kind === 'sign-in') {
    const { facts, secrets } = signInFacts(row)
    return { ...draw(kind, facts, secrets), secrets }
  }
  if (kind === 'member-invited') {
    const { facts, secrets } = membershipFacts(row)
    return { ...draw(kind, facts, secrets), secrets }
  }
  if (kind === 'list-asked') {
    const { facts, secrets } = listingFacts(row)
    return { ...draw(kind, facts, secrets), secrets }
  }
  if (isSupporterKind(kind)) return toSupporter(draw, { ...row, kind }, basis)
  if (kind === 'campaign') return writeCampaign(row, basis)
  if (kind === 'member-removed') return { ...draw(kind, removalFacts(row)), secrets: [] }
  if (kind === 'hosting') return { ...draw(kind, hostingFacts(row)), secrets: [] }
  if (kind === 'carrying') return { ...draw(kind, carryingFacts(row)), secrets: [] }
  if (kind === 'announcement') {
    const { facts, secrets } = announcementFacts(row, basis)
    return { ...draw(kind, facts, secrets), secrets }
  }
  if (kind === 'guest-invited') {
    const { facts, secrets, calendar } = guestFacts(row, basis)
    return { ...draw(kind, facts, secrets), secrets, calendar }
  }
  const at = row.eventId ? basis.events.get(row.eventId) : undefined
  if (!at) throw new Undeliverable('event-gone')
  if (kind === 'contact-changed') {
    const calendar = attendanceCalendar(row, at)
    return { ...draw(kind, contactFacts(row, at)), secrets: [], calendar }
  }
  if (kind === 'test') {
    const outboxUrl = `${appUrl()}/organize/events/${at.event.slug}/outbox`
    const facts = { recipientName: greetingName(row), appUrl: appUrl(), outboxUrl }
    return { ...draw(kind, { ...facts, event: eventFacts(at, locale) }), secrets: [] }
  }
  if (kind === 'opening-asked') {
    const { facts, secrets } = openingAskedFacts(row, at)
    return { ...draw(kind, facts, secrets), secrets }
  }
  if (kind === 'opening') return { ...draw(kind, openingFacts(row, at)), secrets: [] }
  if (isSpeakerKind(kind)) return toSpeaker(draw, { ...row, kind }, basis, at)
  const registration = row.registrationId ? basis.registrations.get(row.registrationId) : undefined
  if (!registration) throw new Undeliverable('registration-gone')
  const { facts, secrets } = registrationFacts(row, registration, at)
  if (kind === 'address-asked') {
    const asked = addressFacts(row, facts)
    const all = [...secrets, ...asked.secrets]
    return { ...draw(kind, asked.facts, all), secrets: all }
  }
  const entries = placeEntries(row, at, facts.event.place)
  if (kind === 'signed-up') {
    return { ...draw(kind, placeFacts(aboutOwnAgenda(facts), row), secrets), secrets, entries }
  }
  if (kind === 'own-agenda-changed') {
    const own = { ...aboutOwnAgenda(facts), changes: ownChanges(row), entries: entries.length }
    return { ...draw(kind, own, secrets), secrets, entries }
  }
  if (kind === 'reminder') {
    const reminder = reminderFacts(facts, row, { registration, at, basis })
    return {
      ...draw(kind, reminder, secrets),
      secrets,
      ticketCode: facts.ticket && registration.ticketCode,
    }
  }
  if (kind === 'feedback-asked') {
    const asked = feedbackFacts(facts, row, { registration, at, basis })
    return { ...draw(kind, asked, secrets), secrets }
  }
  const calendar = attendanceCalendar(row, at, facts.personalUrl)
  const words = draw(kind, { ...facts, calendar: calendar?.method, entries: entries.length }, secrets)
  return { ...words, secrets, calendar, entries, ticketCode: facts.ticket && registration.ticketCode }
}

function toSupporter(
  draw: Draw,
  row: ClaimedMail & { kind: SupporterMailKind },
  basis: MailBasis,
): WrittenMail {
  const { kind } = row
  if (kind === 'introduction') {
    const { facts, secrets } = introductionFacts(row, basis.introductions)
    return { ...draw(kind, facts, secrets), secrets, replyTo: facts.email }
  }
  const { facts, secrets } = supportingFacts(row)
  return { ...draw(kind, facts, secrets), secrets }
}

function isSupporterKind(kind: MailKind): kind is SupporterMailKind {
  return (supporterKinds as readonly MailKind[]).includes(kind)
}

function toSpeaker(
  draw: Draw,
  row: ClaimedMail & { kind: SpeakerKind },
  basis: MailBasis,
  at: EventBasis,
): WrittenMail {
  const { kind } = row
  const { facts, secrets } = speakerFacts(row, basis, at)
  if (kind === 'speaking-link') return { ...draw(kind, facts, secrets), secrets }
  if (kind === 'words-to-confirm') return { ...draw(kind, wordsFacts(facts, row, basis), secrets), secrets }
  if (kind === 'action-reminder') return { ...draw(kind, actionFacts(facts, row, basis), secrets), secrets }
  if (kind === 'proposal-answered') {
    return { ...draw(kind, proposalFacts(facts, row), secrets), secrets }
  }
  const calendar = sessionCalendar(row, basis, at, facts)
  return { ...draw(kind, invitedFacts(facts, row, { basis, at }), secrets), secrets, calendar }
}

function isSpeakerKind(kind: MailKind): kind is SpeakerKind {
  return (speakerKinds as readonly MailKind[]).includes(kind)
}

/** These mails lead to the part of the registration page that they are about. */
function aboutOwnAgenda(facts: RegistrationFacts): RegistrationFacts {
  return { ...facts, personalUrl: `${facts.personalUrl}/agenda` }
}
