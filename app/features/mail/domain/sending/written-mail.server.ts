import type { MailKind } from '#app/shared/vocabulary.ts'
import type { RegistrationFacts } from '#emails/facts.ts'
import { writeCampaign } from '../campaign/write-campaign.server.ts'
import { announcementFacts } from '../facts/announcement-facts.server.ts'
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
import { contactFacts, hostingFacts, membershipFacts, removalFacts } from '../facts/organizer-facts.server.ts'
import { actionFacts, wordsFacts } from '../facts/record-facts.server.ts'
import { feedbackFacts, reminderFacts } from '../facts/reminder-facts.server.ts'
import {
  invitedFacts,
  ownChanges,
  proposalFacts,
  signUpSession,
  speakerFacts,
} from '../facts/speaker-facts.server.ts'
import { supportingFacts } from '../facts/supporting-facts.server.ts'
import type { ClaimedMail } from './claimed-mail.ts'
import { type Drawing, loadDrawing, type WrittenMail } from './drawing.server.ts'
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
  if (kind === 'sign-in') {
    const { facts, secrets } = signInFacts(row)
    return { ...drawing.renderMail(kind, facts, locale), secrets }
  }
  if (kind === 'member-invited') {
    const { facts, secrets } = membershipFacts(row)
    return { ...drawing.renderMail(kind, facts, locale), secrets }
  }
  if (kind === 'list-asked') {
    const { facts, secrets } = listingFacts(row)
    return { ...drawing.renderMail(kind, facts, locale), secrets }
  }
  if (isSupporterKind(kind)) return toSupporter(drawing, { ...row, kind }, basis)
  if (kind === 'campaign') return writeCampaign(row, basis)
  if (kind === 'member-removed')
    return { ...drawing.renderMail(kind, removalFacts(row), locale), secrets: [] }
  if (kind === 'hosting') return { ...drawing.renderMail(kind, hostingFacts(row), locale), secrets: [] }
  if (kind === 'announcement') {
    const { facts, secrets } = announcementFacts(row, basis)
    return { ...drawing.renderMail(kind, facts, locale), secrets }
  }
  const at = row.eventId ? basis.events.get(row.eventId) : undefined
  if (!at) throw new Undeliverable('event-gone')
  if (kind === 'contact-changed') {
    const calendar = attendanceCalendar(row, at)
    return { ...drawing.renderMail(kind, contactFacts(row, at), locale), secrets: [], calendar }
  }
  if (kind === 'test') {
    const outboxUrl = `${appUrl()}/organize/events/${at.event.slug}/outbox`
    const facts = { recipientName: greetingName(row), appUrl: appUrl(), outboxUrl }
    return { ...drawing.renderMail(kind, { ...facts, event: eventFacts(at, locale) }, locale), secrets: [] }
  }
  if (kind === 'opening-asked') {
    const { facts, secrets } = openingAskedFacts(row, at)
    return { ...drawing.renderMail(kind, facts, locale), secrets }
  }
  if (kind === 'opening') return { ...drawing.renderMail(kind, openingFacts(row, at), locale), secrets: [] }
  if (isSpeakerKind(kind)) return toSpeaker(drawing, { ...row, kind }, basis, at)
  const registration = row.registrationId ? basis.registrations.get(row.registrationId) : undefined
  if (!registration) throw new Undeliverable('registration-gone')
  const { facts, secrets } = registrationFacts(row, registration, at)
  if (kind === 'address-asked') {
    const asked = addressFacts(row, facts)
    const all = [...secrets, ...asked.secrets]
    return { ...drawing.renderMail(kind, asked.facts, locale), secrets: all }
  }
  if (kind === 'signed-up') {
    const session = signUpSession(row)
    return { ...drawing.renderMail(kind, { ...aboutOwnAgenda(facts), session }, locale), secrets }
  }
  if (kind === 'own-agenda-changed') {
    const changes = ownChanges(row)
    return { ...drawing.renderMail(kind, { ...aboutOwnAgenda(facts), changes }, locale), secrets }
  }
  if (kind === 'reminder') {
    const reminder = reminderFacts(facts, row, { registration, at, basis })
    return {
      ...drawing.renderMail(kind, reminder, locale),
      secrets,
      ticketCode: facts.ticket && registration.ticketCode,
    }
  }
  if (kind === 'feedback-asked') {
    const asked = feedbackFacts(facts, row, { registration, at, basis })
    return { ...drawing.renderMail(kind, asked, locale), secrets }
  }
  const calendar = attendanceCalendar(row, at, facts.personalUrl)
  const words = drawing.renderMail(kind, { ...facts, calendar: calendar?.method }, locale)
  return { ...words, secrets, calendar, ticketCode: facts.ticket && registration.ticketCode }
}

function toSupporter(
  { renderMail }: Drawing,
  row: ClaimedMail & { kind: SupporterMailKind },
  basis: MailBasis,
): WrittenMail {
  const { kind, locale } = row
  if (kind === 'introduction') {
    const { facts, secrets } = introductionFacts(row, basis.introductions)
    return { ...renderMail(kind, facts, locale), secrets, replyTo: facts.email }
  }
  const { facts, secrets } = supportingFacts(row)
  return { ...renderMail(kind, facts, locale), secrets }
}

function isSupporterKind(kind: MailKind): kind is SupporterMailKind {
  return (supporterKinds as readonly MailKind[]).includes(kind)
}

function toSpeaker(
  { renderMail }: Drawing,
  row: ClaimedMail & { kind: SpeakerKind },
  basis: MailBasis,
  at: EventBasis,
): WrittenMail {
  const { kind, locale } = row
  const { facts, secrets } = speakerFacts(row, basis, at)
  if (kind === 'speaking-link') return { ...renderMail(kind, facts, locale), secrets }
  if (kind === 'words-to-confirm')
    return { ...renderMail(kind, wordsFacts(facts, row, basis), locale), secrets }
  if (kind === 'action-reminder')
    return { ...renderMail(kind, actionFacts(facts, row, basis), locale), secrets }
  if (kind === 'proposal-answered') {
    return { ...renderMail(kind, proposalFacts(facts, row), locale), secrets }
  }
  const calendar = sessionCalendar(row, basis, at, facts)
  return { ...renderMail(kind, invitedFacts(facts, row, { basis, at }), locale), secrets, calendar }
}

function isSpeakerKind(kind: MailKind): kind is SpeakerKind {
  return (speakerKinds as readonly MailKind[]).includes(kind)
}

/** These mails lead to the part of the registration page that they are about. */
function aboutOwnAgenda(facts: RegistrationFacts): RegistrationFacts {
  return { ...facts, personalUrl: `${facts.personalUrl}/agenda` }
}
