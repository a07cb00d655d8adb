import type { Locale } from '#app/shared/vocabulary.ts'

type Words = { vi: string; en: string; confirmed: boolean }

/** Everything that organizers write about a person; empty texts are none. */
export type PersonDetails = {
  name: string
  otherNames: string
  honorific: Words
  position: Words
  affiliation: Words
  biography: Words
  precedence: number | null
  pronunciation: string
  email: string
  assistantEmail: string
  locale: Locale
  timeZone: string
}

export const personWordFields = ['honorific', 'position', 'affiliation', 'biography'] as const

/** Where somebody stands in the order of protocol when nothing was said. */
export const usualPrecedence = 1000
