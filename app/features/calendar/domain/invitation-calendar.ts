import {
  type Attendee,
  attendeeOf,
  type CalendarEntry,
  calendarLines,
  type Organizer,
  organizerOf,
} from './calendar-entry.ts'
import { refusal } from './calendar-text.ts'
import { foldLines } from './finish-lines.ts'
import { invitationText } from './invitation-template.ts'

/** What we ask of exactly one person: nobody else's address is ever in the file. */
export type Invitation = CalendarEntry & { organizer: Organizer; attendee: Attendee }

/**
 * METHOD:REQUEST, for the first invitation, an update (higher `sequence`) and a resend (same version).
 * No alarm: large clients ignore it for their owner's own reminders, and we send reminders by mail.
 */
export function requestCalendar(invitation: Invitation): string {
  if (invitation.status === 'cancelled') throw refusal('status')
  const attendee = { ...attendeeOf(invitation.attendee), rsvp: true }
  return invitationFile('REQUEST', invitation, attendee)
}

/** METHOD:CANCEL for one person; `sequence` must be above that of the request, so at least 1. */
export function cancelCalendar(invitation: Invitation): string {
  if (invitation.sequence < 1) throw refusal('sequence')
  return invitationFile('CANCEL', { ...invitation, status: 'cancelled' }, attendeeOf(invitation.attendee))
}

/**
 * The file behind "add to calendar" of one registration. With the uid of the invitation, so that the entry is one
 * and the same; without ATTENDEE and ORGANIZER, so that no client sends an answer.
 */
export function personalCalendar(entry: CalendarEntry): string {
  return foldLines(calendarLines('PUBLISH', entry.language, entry))
}

function invitationFile(
  method: 'REQUEST' | 'CANCEL',
  entry: Invitation,
  attendee: ReturnType<typeof attendeeOf>,
) {
  const { organizer, attendee: _, ...shared } = entry
  return invitationText(method, shared, { organizer: organizerOf(organizer), attendee })
}
