import type Mail from 'nodemailer/lib/mailer'
import { attendanceEntry } from '#app/features/calendar/domain/attendance-entry.ts'
import { calendarPart } from '#app/features/calendar/domain/calendar-part.ts'
import { cancelCalendar, requestCalendar } from '#app/features/calendar/domain/invitation-calendar.ts'
import type { ClaimedMail, KeptText } from './claimed-mail.ts'
import { Undeliverable } from './faults.ts'
import {
  appUrl,
  eventFacts,
  eventUrl,
  greetingName,
  registrationFacts,
  signInFacts,
} from './mail-facts.server.ts'
import { calendarWithoutSecrets, type Secret, withoutSecrets } from './redaction.ts'
import { sender } from './sender.server.ts'
import type { CalendarFacts, StoredFacts } from './stored-facts.ts'
import type { EventTruth, Truth } from './truth.server.ts'

export type ComposedMail = { message: Mail.Options; kept: KeptText }

type Written = { subject: string; html: string; text: string; secrets: Secret[]; calendar?: CalendarText }
type CalendarText = { method: CalendarFacts['method']; content: string }

const address = /^[^\s<>()[\],;:"\\@]{1,64}@[^\s<>()[\],;:"\\@]{1,253}$/

/** Turns an outbox row into the mail, from how things stand at this moment. */
export async function composeMail(row: ClaimedMail, truth: Truth): Promise<ComposedMail> {
  // nodemailer does not check an address given as an object: `a@x>, <evil@e` would be sent to e.
  if (!address.test(row.recipientEmail)) throw new Undeliverable('address-invalid')
  const event = row.eventId ? truth.events.get(row.eventId) : undefined
  const { subject, html, text, secrets, calendar } = await write(row, truth, event)
  const message: Mail.Options = {
    messageId: row.messageId,
    from: sender(),
    to: { name: greetingName(row), address: row.recipientEmail },
    ...(event?.event.contactEmail && { replyTo: { name: '', address: event.event.contactEmail } }),
    subject: subject.replace(/\s+/g, ' '),
    text,
    html,
    // No List-Unsubscribe: these are answers to what the reader did, and nothing one could leave but the event itself.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': row.locale,
    },
    xMailer: false,
    ...(calendar && { icalEvent: calendarPart(calendar.content, calendar.method) }),
  }
  const kept = {
    subject: withoutSecrets(subject, secrets),
    text: withoutSecrets(text, secrets),
    html: withoutSecrets(html, secrets),
    calendar: calendar ? calendarWithoutSecrets(calendar.content, secrets) : null,
  }
  return { message, kept }
}

async function write(row: ClaimedMail, truth: Truth, event: EventTruth | undefined): Promise<Written> {
  // Loaded with the first mail: a process that sends none never holds the drawing of letters in memory.
  const { renderMail } = await import('#emails/render.server.tsx')
  if (row.kind === 'sign-in') {
    const { facts, secrets } = signInFacts(row)
    return { ...renderMail('sign-in', facts, row.locale), secrets }
  }
  if (!event) throw new Undeliverable('event-gone')
  if (row.kind === 'test') {
    const outboxUrl = `${appUrl()}/organize/events/${event.event.slug}/outbox`
    const facts = { recipientName: greetingName(row), appUrl: appUrl(), outboxUrl }
    return {
      ...renderMail('test', { ...facts, event: eventFacts(event, row.locale) }, row.locale),
      secrets: [],
    }
  }
  const registration = row.registrationId ? truth.registrations.get(row.registrationId) : undefined
  if (!registration) throw new Undeliverable('registration-gone')
  const { facts, secrets } = registrationFacts(row, registration, event)
  const calendar = calendarText(row, event)
  const written = renderMail(row.kind, { ...facts, calendar: calendar?.method }, row.locale)
  return { ...written, secrets, ...(calendar && { calendar }) }
}

/** The entry for exactly this recipient, as the version that the row was queued with. */
function calendarText(row: ClaimedMail, { event, venue }: EventTruth): CalendarText | undefined {
  const version = (row.facts as StoredFacts).calendar
  if (!version) return undefined
  const { method, uid, sequence, issuedAt } = version
  const status = method === 'CANCEL' ? 'cancelled' : 'confirmed'
  const invitation = { uid, sequence, issuedAt: new Date(issuedAt) }
  // Without the personal link: calendars are shared with others more often than mails are.
  const attendance = { event, venue, invitation, status, eventUrl: eventUrl(event.slug, row.locale) } as const
  const organizer = { name: sender().name, email: sender().address }
  const attendee = { name: row.recipientName, email: row.recipientEmail }
  const entry = { ...attendanceEntry(attendance, row.locale), organizer, attendee }
  return { method, content: method === 'CANCEL' ? cancelCalendar(entry) : requestCalendar(entry) }
}
