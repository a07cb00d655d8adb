import { m } from '#app/paraglide/messages.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import { type EventSeats, freeInCategory, freeInEvent } from './domain/seats/seats.ts'

/** A category as the public form shows it: what it is, and whether there is a seat. Never its code or its domains. */
export type CategoryChoice = {
  code: string
  name: TranslatedText
  description: TranslatedText
  seatsLeft: number | null
  waits: boolean
  closed: boolean
  needsApproval: boolean
  restricted: boolean
  takesCode: boolean
  takesAddress: boolean
  companionLimit: number
}

type Row = {
  id: string
  code: string
  name: TranslatedText
  description: TranslatedText
  capacity: number | null
  confirmed: number
  offered: number
  waitlisted: number
  beyond: number
  held: number
  needsApproval: boolean
  emailDomains: string[]
  accessCode: string | null
  companions: number
  companionLimit: number
}

/** What a newcomer would find in a category now. */
export function categoryChoice(row: Row, event: EventSeats): CategoryChoice {
  const left = Math.min(freeInCategory(row), freeInEvent(event))
  const full = left === 0 || row.waitlisted > 0
  return {
    code: row.code,
    name: row.name,
    description: row.description,
    seatsLeft: full || !Number.isFinite(left) ? null : left,
    waits: full && event.waitlist && !row.needsApproval,
    closed: full && !event.waitlist && !row.needsApproval,
    needsApproval: row.needsApproval,
    restricted: row.emailDomains.length > 0 || row.accessCode !== null,
    takesCode: row.accessCode !== null,
    takesAddress: row.emailDomains.length > 0,
    companionLimit: row.companionLimit,
  }
}

type Note = 'closed' | 'waits' | 'left' | 'approval' | 'code' | 'address' | 'code-or-address'

/**
 * What is said of a category: one thing about its seats, and whom it is for unless the organizers' own words are there
 * to say it. Where they choose, no number of seats promises one.
 */
export function notesOn(category: CategoryChoice): Note[] {
  if (category.closed) return ['closed']
  const about = category.needsApproval ? 'approval' : seatNote(category)
  const isDescribed = Object.values(category.description).some((words) => words.trim() !== '')
  const whom = category.restricted && !isDescribed ? whomNote(category) : null
  return [about, whom].filter((note) => note !== null)
}

function seatNote({ waits, seatsLeft }: CategoryChoice): Note | null {
  if (waits) return 'waits'
  return seatsLeft === null ? null : 'left'
}

function whomNote({ takesCode, takesAddress }: CategoryChoice): Note {
  if (takesCode && takesAddress) return 'code-or-address'
  return takesCode ? 'code' : 'address'
}

const noteTexts: Record<Note, (category: CategoryChoice) => string> = {
  closed: () => m['registration.form.seats-closed'](),
  waits: () => m['registration.form.seats-none'](),
  left: ({ seatsLeft }) => m['registration.form.seats-left']({ left: seatsLeft ?? 0 }),
  approval: () => m['registration.form.needs-approval'](),
  code: () => m['registration.form.restricted-code'](),
  address: () => m['registration.form.restricted-address'](),
  'code-or-address': () => m['registration.form.restricted'](),
}

/** What a category means, and its seats, in words. */
export function CategoryNotes({ category }: { category: CategoryChoice }) {
  const notes = notesOn(category).map((note) => noteTexts[note](category))
  return (
    <>
      <Translated value={category.description} /> <span className="figures">{notes.join(' · ')}</span>
    </>
  )
}

/** The categories as options, each with its notes. */
export function categoryOptions(categories: CategoryChoice[]) {
  return categories.map((one) => ({
    value: one.code,
    label: <Translated value={one.name} />,
    hint: <CategoryNotes category={one} />,
    disabled: one.closed,
  }))
}

/** Names those who need a code, so that nobody else looks for one. */
export function codeHint(categories: CategoryChoice[], locale: Locale): string {
  const names = categories.filter((one) => one.takesCode).map((one) => textIn(one.name, locale))
  return m['registration.form.code-hint']({ categories: new Intl.ListFormat(locale).format(names) })
}

/** In which categories somebody may be brought along, where not in all. */
export function companionHint(categories: CategoryChoice[], locale: Locale): string {
  const names = categories.map((one) => textIn(one.name, locale))
  return m['registration.companions.where']({ categories: new Intl.ListFormat(locale).format(names) })
}
