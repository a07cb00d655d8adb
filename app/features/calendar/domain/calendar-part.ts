import { refusal } from './calendar-text.ts'

/**
 * nodemailer's `icalEvent`: the alternative that clients act on, and the attached copy. Outlook refuses a mail whose
 * MIME method is not the METHOD inside, and nodemailer does not compare them.
 */
export function calendarPart(calendarText: string, method: 'REQUEST' | 'CANCEL' | 'PUBLISH') {
  if (!calendarText.includes(`\r\nMETHOD:${method}\r\n`)) throw refusal('method')
  return { method, content: calendarText, filename: method === 'CANCEL' ? 'cancel.ics' : 'invite.ics' }
}
