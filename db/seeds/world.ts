import type {
  AppearanceRole,
  CreditRole,
  EntryTerms,
  EventKind,
  GoalState,
  Lift,
  Locale,
  NoteKind,
  RecapText,
  SectionKind,
  SessionKind,
  StepFree,
} from '#app/shared/vocabulary.ts'

/** A text of a seed: always written in both languages. */
export type Bilingual = { vi: string; en: string }

export type SeedOrganization = {
  slug: string
  shortName: string
  name: Bilingual
  website?: string
  /** It advertises by Vietnamese rules. */
  advertisingRules?: true
}

/** What an organization writes about, and what those agree to who join it. */
export type SeedList = {
  organization: string
  slug: string
  title: Bilingual
  description: Bilingual
  consent: Bilingual
}

export type SeedPerson = {
  /** The address part made from the name, by which appearances refer to the person. */
  key: string
  name: string
  honorific?: Bilingual
  position?: Bilingual
  affiliation?: Bilingual
  biography?: Bilingual
  pronunciation?: string
  precedence: number
}

/** Only what a source says of a house: none gives coordinates. */
export type SeedVenue = {
  name: Bilingual
  address?: string
  city: Bilingual
  /** ISO 3166-1 alpha-2. */
  country: string
  wayThere?: Bilingual
  entrance?: Bilingual
  parking?: Bilingual
  stepFree?: StepFree
  lift?: Lift
}

/** A room without a venue of its own is at the event's venue. */
export type SeedRoom = { key: string; name: Bilingual; venue?: SeedVenue; capacity?: number }

export type SeedTrack = { key: string; name: Bilingual; colour?: string }

export type SeedAppearance = { person: string; role: AppearanceRole; minutes?: number }

/** `starts` and `ends` are wall-clock times in the event's zone: `2025-03-11T18:00`. */
export type SeedSession = {
  slug: string
  kind: SessionKind
  title: Bilingual
  abstract?: Bilingual
  room?: string
  track?: string
  languages: Locale[]
  starts: string
  ends: string
  /** Attendees sign up for it, as many as it has seats. */
  seats?: number
  appearances: SeedAppearance[]
  /** What a screening shows, by the addresses of its films. */
  films?: string[]
}

export type SeedSection = { slug: string; kind: SectionKind; name: Bilingual; description: Bilingual }

/** What is not known of a film is left out. A plain title is what all sources call it: Vietnamese where that is its own. */
export type SeedFilm = {
  slug: string
  section: string
  title: Bilingual | string
  original?: { title: string; language: string }
  synopsis?: Bilingual
  countries?: string[]
  minutes?: number
  credits?: Partial<Record<CreditRole, string[]>>
}

/** People by name, films by their address: a person alone, a film, or a person for a film. */
export type SeedAward = {
  section: string
  name: Bilingual
  winners: { film?: string; person?: string }[]
}

export type SeedCatalogue = {
  sections: SeedSection[]
  films: SeedFilm[]
  awards?: SeedAward[]
  chairs?: { section: string; person: string }[]
}

/** How many seats in sessions one guest may have, in all and in one. */
export type SeedPlaces = { perGuest: number; perSession: number }

export type SeedCategory = {
  code: string
  name: Bilingual
  description?: Bilingual
  capacity?: number
  needsApproval?: boolean
  emailDomains?: string[]
  accessCode?: string
  companionLimit?: number
}

/** `at` is a wall-clock time in the event's zone; without a person it was the table that said it. */
export type SeedNote = {
  key: string
  kind: NoteKind
  person?: string
  session: string
  at: string
} & Bilingual

/** A text of a recap: paragraphs, headings, and notes by their key, alone or as a list. */
export type SeedText = {
  title: string
  lead: string
  body: (string | { heading: string } | { quote: string } | { list: string[] })[]
}

export type SeedRecap = Record<RecapText, Record<Locale, SeedText>>

/** What is known of an event after it: its notes, why their words may be shown, and the account made of them. */
export type SeedRecord = { event: string; notes: SeedNote[]; approval: string; recap: SeedRecap }

/** A picture that an event opens with, drawn when it is planted: 1600 by 900. */
export type SeedCover = {
  svg: () => string
  alt: Bilingual
  credit: Bilingual
  focalX: number
  focalY: number
}

/** All times are wall-clock times in `timeZone`; `hosts` stand in order of protocol. */
export type SeedEvent = {
  slug: string
  kind: EventKind
  parent?: string
  title: Bilingual
  theme?: Bilingual
  summary: Bilingual
  /** Paragraphs are separated by blank lines. */
  description: Bilingual
  /** Stands on every page: what of the event is only illustrated. */
  notice: Bilingual
  timeZone: string
  venue: SeedVenue
  /** Which edition of which series it is, as people say it. */
  series?: { name: Bilingual; edition: string }
  accent: string
  cover?: SeedCover
  contactEmail: string
  /** Left out where no source says it. */
  entry?: EntryTerms
  hosts: string[]
  /** How a host calls it otherwise, by its address. */
  hostTitles?: Record<string, Bilingual>
  starts: string
  ends: string
  capacity: number
  waitlist: boolean
  registration: { opens: string; closes: string }
  rooms: SeedRoom[]
  places?: SeedPlaces
  tracks: SeedTrack[]
  sessions: SeedSession[]
  /** Its films, where it has any. */
  catalogue?: SeedCatalogue
  categories: SeedCategory[]
}

export type SeedInitiative = {
  slug: string
  name: Bilingual
  summary: Bilingual
  description: Bilingual
  bornAt?: string
  organizations: string[]
  parts: SeedInitiativeParts
}

/** What is known of an initiative beside its words: notes by their key, events by their address. */
export type SeedInitiativeParts = {
  notes: string[]
  events: string[]
  goals: { state: GoalState; title: Bilingual; remark: Bilingual }[]
  news: { datedOn: string; source: Bilingual; title: Bilingual; body: Bilingual }[]
  figures: { name: Bilingual; points: { on: string; value: number; source: Bilingual }[] }[]
}

export type SeedWorld = {
  organizations: SeedOrganization[]
  lists: SeedList[]
  people: SeedPerson[]
  /** Parents stand before their children. */
  events: SeedEvent[]
  initiatives: SeedInitiative[]
  records: SeedRecord[]
}

/** One text out of its paragraphs. */
export function paragraphs(...texts: string[]): string {
  return texts.join('\n\n')
}
