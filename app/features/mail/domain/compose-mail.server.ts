import { calendarPart } from '#app/features/calendar/domain/calendar-part.ts'
import { ticketPicture } from '#app/features/ticket/domain/ticket-picture.server.ts'
import { mailClassOf } from '#app/shared/mail-class.ts'
import type { MailKind } from '#app/shared/vocabulary.ts'
import { announcedIn } from './facts/announcement-facts.server.ts'
import type { MailBasis } from './facts/mail-basis.server.ts'
import type { CalendarText } from './facts/mail-calendar.server.ts'
import { greetingName, ticketCid } from './facts/mail-facts.server.ts'
import type { StoredFacts } from './facts/stored-facts.ts'
import { calendarWithoutSecrets, type Secret, withoutSecrets } from './redaction.ts'
import { replyAddress } from './reply-address.server.ts'
import { returnAddress } from './return-address.server.ts'
import type { ClaimedMail, KeptText } from './sending/claimed-mail.ts'
import type { WrittenMail } from './sending/drawing.server.ts'
import type { MailBodies } from './sending/drawn-once.ts'
import { Undeliverable } from './sending/failures.ts'
import type { InlinePicture, PlainMail } from './sending/raw-mail.server.ts'
import { sender } from './sending/sender.server.ts'
import { writeMail } from './sending/written-mail.server.ts'

/** `bodies`: its words as they stand in a mail, where that is known already. */
export type ComposedMail = { message: PlainMail; kept: KeptText; bodies: MailBodies | undefined }

const address = /^[^\s<>()[\],;:"\\@]{1,64}@[^\s<>()[\],;:"\\@]{1,253}$/

/** Turns an outbox row into the mail, from how things stand at this moment. */
export async function composeMail(row: ClaimedMail, basis: MailBasis): Promise<ComposedMail> {
  // nodemailer does not check an address given as an object: `a@x>, <evil@e` would be sent to e.
  if (!address.test(row.recipientEmail)) throw new Undeliverable('address-invalid')
  const written = await writeMail(row, basis)
  const { subject, html, text, secrets, calendar, entries = [], ticketCode } = written
  const at = row.eventId ? basis.events.get(row.eventId) : announcedIn(row, basis)?.at
  const replyTo = written.replyTo ? [written.replyTo] : replyAddresses(row, at?.event)
  const message: PlainMail = {
    messageId: row.messageId,
    from: senderOf(row.kind, written),
    envelope: { from: returnAddress(row.id), to: [row.recipientEmail] },
    to: { name: greetingName(row), address: row.recipientEmail },
    ...(replyTo.length > 0 && { replyTo: replyTo.map((one) => ({ name: '', address: one })) }),
    subject: subject.replace(/\s+/g, ' '),
    text,
    html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Content-Language': row.locale,
      ...leaving(written),
    },
    xMailer: false,
    ...(ticketCode && { attachments: [await ticketAttachment(ticketCode)] }),
    ...(calendar && { icalEvent: calendarPart(calendar.content, calendar.method) }),
    ...(entries.length > 0 && { files: calendarFiles(entries) }),
  }
  const kept = {
    subject: withoutSecrets(subject, secrets),
    text: withoutSecrets(text, secrets),
    html: withoutSecrets(html, secrets),
    calendar: keptCalendar([...(calendar ? [calendar] : []), ...entries], secrets),
  }
  return { message, kept, bodies: written.bodies }
}

/** What the outbox shows of the calendar files of a mail; null without any. */
function keptCalendar(entries: readonly CalendarText[], secrets: Secret[]): string | null {
  return entries.map(({ content }) => calendarWithoutSecrets(content, secrets)).join('') || null
}

const calendarFiles = (entries: readonly CalendarText[]) =>
  entries.map(({ content }, at) => ({ filename: `place-${at + 1}.ics`, content }))

/** Who leaves does so with one press in their mail program (RFC 8058). All other kinds are answers to what the reader did. */
function leaving({ unsubscribeUrl }: WrittenMail): Record<string, string> {
  if (!unsubscribeUrl) return {}
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** What carries a calendar entry comes from its ORGANIZER (RFC 6047); the organization that advertises says its name. */
function senderOf(kind: MailKind, { calendar, organization }: WrittenMail) {
  const { name, address } = calendar ? sender() : sender(mailClassOf[kind])
  return { name: organization ?? name, address }
}

/** The QR code that the words show where they stand: in the mail itself, so that it is there without network. */
async function ticketAttachment(code: string): Promise<InlinePicture> {
  return {
    filename: 'ticket.png',
    content: await ticketPicture(code),
    contentType: 'image/png',
    contentDisposition: 'inline',
    cid: ticketCid,
  }
}

/** Where an answer to this mail goes: to the invitation's own address first, when it carries one, and to the hosts. */
export function replyAddresses(
  { facts }: Pick<ClaimedMail, 'facts'>,
  event: { contactEmail: string | null } | undefined,
): string[] {
  const { calendar } = facts as StoredFacts
  return [
    ...(calendar ? [replyAddress(calendar.uid)] : []),
    ...(event?.contactEmail ? [event.contactEmail] : []),
  ]
}
