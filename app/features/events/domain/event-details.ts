import type { EntryTerms, EventKind, Lift, StepFree } from '#app/shared/vocabulary.ts'

/** A text as an editor sends it. `confirmed` says that the translation is still right though the original changed. */
export type Words = { vi?: string; en?: string; confirmed?: boolean }

export type Place = { name: Words; address: string; city: Words; country: string }

/** What is known of a place beside its address: how one gets there and in. */
export type PlaceAccess = {
  latitude: number | null
  longitude: number | null
  wayThere: Words
  entrance: Words
  parking: Words
  stepFree: StepFree | null
  lift: Lift | null
}

/** Everything about an event that its organizers write. */
export type EventDetails = {
  kind: EventKind
  title: Words
  theme: Words
  summary: Words
  description: Words
  /** One sentence at the head of every page of the event. */
  notice: Words
  place: Place
  timeZone: string
  startsAt: Date
  endsAt: Date
  accent: string
  contactEmail: string | null
  entry: EntryTerms | null
  ticketsUrl: string | null
  capacity: number | null
  waitlist: boolean
  offerHours: number
  asksAddress: boolean
  remindsDayBefore: boolean
  remindsHourBefore: boolean
  asksFeedback: boolean
  registrationOpensAt: Date | null
  registrationClosesAt: Date | null
  retainUntil: Date | null
}

export const wordFields = ['title', 'theme', 'summary', 'description', 'notice'] as const
