import type { Locale } from '#app/shared/vocabulary.ts'

type Words = { text: string; lang: Locale }

/** A body's part in an event: asked of it, answered by it, or given up. */
export type HostingFacts = {
  recipientName: string
  appUrl: string
  what: 'asked' | 'accepted' | 'declined' | 'withdrawn'
  organization: string
  hosts: string[]
  title: Words
  startsAt: Date
  endsAt: Date
  timeZone: string
  /** Who asks or withdraws; empty where nobody is to be named. */
  by: string
  url: string
}

/** A host asks a guest of its own to come: `title` is the event as that host calls it. */
export type GuestWords = {
  what: 'invited' | 'reminded' | 'withdrawn' | 'cancelled'
  organization: string
  title: Words
  greeting: string
}
