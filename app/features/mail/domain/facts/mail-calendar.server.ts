import { attendanceEntry } from '#app/features/calendar/domain/attendance-entry.ts'
import type { CalendarEntry } from '#app/features/calendar/domain/calendar-entry.ts'
import {
  cancelCalendar,
  personalCalendar,
  requestCalendar,
} from '#app/features/calendar/domain/invitation-calendar.ts'
import { sessionEntry } from '#app/features/calendar/domain/session-entry.ts'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import type { SpeakerFacts } from '#emails/facts.ts'
import { replyAddress } from '../reply-address.server.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { sender } from '../sending/sender.server.ts'
import type { EventBasis, MailBasis } from './mail-basis.server.ts'
import { eventUrl } from './mail-facts.server.ts'
import type { CalendarFacts, StoredFacts } from './stored-facts.ts'

type InvitationText = CalendarText & { method: CalendarFacts['method'] }
export type CalendarText = { method: CalendarFacts['method'] | 'PUBLISH'; uid: string; content: string }

/** A registered person's entry, as the version that the row was queued with, with their own page while they have a seat. */
export function attendanceCalendar(
  row: ClaimedMail,
  at: EventBasis,
  personalUrl?: string,
): InvitationText | undefined {
  const version = (row.facts as StoredFacts).calendar
  if (!version) return undefined
  const { event, venue } = at
  const attendance = {
    event,
    venue,
    ...versionOf(version),
    eventUrl: publicUrl(at, row.locale),
    ...(personalUrl && version.method === 'REQUEST' && { personalUrl }),
  }
  const attendee = { name: row.recipientName, email: row.recipientEmail }
  return calendarText(version, attendanceEntry(attendance, row.locale), attendee, at)
}

/** A speaker's session, as it was told; the copy for the assistant says the same, and asks nobody. */
export function sessionCalendar(
  row: ClaimedMail,
  basis: MailBasis,
  at: EventBasis,
  { speaker, event }: SpeakerFacts,
): CalendarText {
  const { calendar: version, invited, speaking } = row.facts as StoredFacts
  const found = row.invitationId ? basis.invitations.get(row.invitationId) : undefined
  if (!version || !invited || !found) throw new Undeliverable('invitation-gone')
  const spoken = {
    sent: invited.sent,
    ...versionOf(version),
    eventTitle: at.event.title,
    eventUrl: publicUrl(at, row.locale),
    eventPlace: event.place,
  }
  const entry = sessionEntry(spoken, row.locale)
  // A request is for whom it asks: in another mailbox its buttons would answer for nobody, or for the wrong one.
  if (speaking?.holder === 'assistant') {
    return { method: 'PUBLISH', uid: version.uid, content: personalCalendar(entry) }
  }
  const attendee = {
    name: speaker,
    email: row.recipientEmail,
    ...(version.method === 'REQUEST' && { answer: invited.answer }),
  }
  return calendarText(version, entry, attendee, at)
}

/** The event's page, which nobody can open before the event is published. */
function publicUrl({ event }: EventBasis, locale: Locale): string | undefined {
  return event.publishedAt ? eventUrl(event.slug, locale) : undefined
}

function versionOf({ method, uid, sequence, issuedAt }: CalendarFacts) {
  const status = method === 'CANCEL' ? ('cancelled' as const) : ('confirmed' as const)
  return { invitation: { uid, sequence, issuedAt: new Date(issuedAt) }, status }
}

function calendarText(
  { method, uid }: CalendarFacts,
  entry: CalendarEntry,
  attendee: { name: string; email: string; answer?: CalendarAnswer },
  { hosts }: EventBasis,
): InvitationText {
  const organizer = { name: hosts.join(', ') || sender().name, email: replyAddress(uid) }
  const invitation = { ...entry, organizer, attendee }
  return {
    method,
    uid,
    content: method === 'CANCEL' ? cancelCalendar(invitation) : requestCalendar(invitation),
  }
}
