import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

/** The version of the calendar entry that a mail carries. `issuedAt` is an ISO instant. */
export type CalendarFacts = { method: 'REQUEST' | 'CANCEL'; uid: string; sequence: number; issuedAt: string }

/** What the outbox keeps beside the row, because nobody could read it again when the mail is sent. Never a token. */
export type StoredFacts = {
  calendar?: CalendarFacts
  reason?: string
  by?: 'attendee' | 'organizer' | 'deadline' | 'event'
  deadline?: string
  previous?: {
    startsAt: string
    endsAt: string
    timeZone?: string
    place?: { name: TranslatedText; address: string; city: TranslatedText; country: string } | null
  }
  purpose?: 'sign-in' | 'invitation'
  organization?: string
  [other: string]: unknown
}
