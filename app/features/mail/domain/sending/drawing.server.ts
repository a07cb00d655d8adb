import type { CalendarText } from '../facts/mail-calendar.server.ts'
import type { Secret } from '../redaction.ts'
import type { MailBodies } from './drawn-once.ts'

export type Drawing = typeof import('#emails/render.server.tsx')

export type WrittenMail = {
  subject: string
  html: string
  text: string
  secrets: Secret[]
  /** The words as they stand in a mail, where what all have of them was encoded before. */
  bodies?: MailBodies
  calendar?: CalendarText | undefined
  /** Further calendar entries, as files. */
  entries?: CalendarText[]
  /** Whose picture the words show. */
  ticketCode?: string | undefined
  /** Advertising only: where a mail program leaves the list with one press (RFC 8058), and who writes. */
  unsubscribeUrl?: string
  organization?: string
  /** Who is answered instead of those who write. */
  replyTo?: string | undefined
}

/** Loaded with the first mail: a process that sends none never holds the drawing of letters in memory. */
export function loadDrawing(): Promise<Drawing> {
  return import('#emails/render.server.tsx')
}
