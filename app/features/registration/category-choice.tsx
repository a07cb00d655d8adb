import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Translated } from '#app/ui/translated.tsx'
import { freeInCategory, freeSeats } from './domain/seats.ts'

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
  needsApproval: boolean
  emailDomains: string[]
  accessCode: string | null
}

/** What a newcomer would find in a category now. */
export function categoryChoice(
  row: Row,
  event: { capacity: number | null; seated: number; waitlist: boolean },
): CategoryChoice {
  const left = Math.min(freeInCategory(row), freeSeats(event.capacity, event.seated))
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
  }
}

/** What a category means, and its seats, in words. */
export function CategoryNotes({ category }: { category: CategoryChoice }) {
  const notes = [
    category.waits && m['registration.form.seats-none'](),
    category.closed && m['registration.form.seats-closed'](),
    category.seatsLeft !== null && m['registration.form.seats-left']({ left: category.seatsLeft }),
    category.needsApproval && m['registration.form.needs-approval'](),
    category.restricted && m['registration.form.restricted'](),
  ].filter(Boolean)
  return (
    <>
      <Translated value={category.description} /> <span className="figures">{notes.join(' · ')}</span>
    </>
  )
}
