import { fingerprint } from '#app/shared/i18n/translated-text.ts'
import type { Locale, MailKind } from '#app/shared/vocabulary.ts'

/** Who would be told what, before anything is done. */
export type ActPreview = {
  /** Names exactly these mails: the answer to a preview carries it. */
  print: string
  mails: number
  people: PreviewedPerson[]
}
export type PreviewedPerson = {
  key: string
  name: string
  email: string
  locale: Locale
  mails: {
    id: string
    kind: MailKind
    locale: Locale
    /** Null when there are too many to write each of them out. */
    words: { subject: string; text: string } | null
    isUnwritable: boolean
  }[]
}

/** What the organizer said to a preview; `heldBack` by `personKey`, each with a reason. */
export type Answered = { seen: string; heldBack: Map<string, string>; complete: boolean }

/** The answer of somebody who was shown nothing yet. */
export const unasked: Answered = { seen: '', heldBack: new Map(), complete: true }

type Mail = { kind: string; locale: string; recipientEmail: string }

/** One person, however many mails: by the address. */
export function personKey(email: string): string {
  const text = email.toLowerCase()
  return `${fingerprint(text)}${fingerprint([...text].reverse().join(''))}`
}

export function peopleOf(mails: readonly Mail[]): Set<string> {
  return new Set(mails.map((mail) => mail.recipientEmail.toLowerCase()))
}

/** The same for the same mails to the same people, in whatever order they were written. */
export function fingerprintOf(mails: readonly Mail[]): string {
  // Without the ids of registrations: those of newcomers are made anew each time.
  const lines = mails.map(
    ({ kind, locale, recipientEmail }) => `${kind} ${locale} ${recipientEmail.toLowerCase()}`,
  )
  return `${mails.length}-${fingerprint(lines.sort().join('\n'))}`
}
