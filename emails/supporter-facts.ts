import type { Locale, SupporterKind } from '#app/shared/vocabulary.ts'

type Words = { text: string; lang: Locale }

/** To a supporter of an initiative, or an address that is to confirm that it wishes to be one. */
export type SupportingFacts = {
  recipientName: string
  appUrl: string
  what: 'asked' | 'known' | 'welcome' | 'changed' | 'left' | 'removed'
  initiative: Words
  initiativeUrl: string
  /** What is agreed to, word for word. */
  agreed: string[]
  reason: string | undefined
  url: string
}

/** To one of two supporters whom an organizer would make known to each other; `email` once both agreed. */
export type IntroductionFacts = {
  recipientName: string
  appUrl: string
  what: 'asked' | 'made'
  initiative: Words
  other: {
    name: string
    body: string
    kind: SupporterKind
    country: string
    offers: string
    seeks: string
  }
  email: string | undefined
  /** Why, in the organizer's words. */
  words: string
  until: Date
  url: string
}
