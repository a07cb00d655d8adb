import type { DraftFields, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { ImportedPerson } from '../imported-agenda.ts'
import type { KnownFilm } from './films-named.ts'
import type { BroughtPerson, BroughtSession } from './three-way.ts'

/** Somebody the hosts know, with what tells namesakes apart. */
export type KnownPerson = {
  id: string
  name: string
  otherNames: string
  email: string | null
  position: TranslatedText
  affiliation: TranslatedText
  biography: TranslatedText
  portraitId: string | null
}
export type Candidate = Pick<KnownPerson, 'id' | 'name' | 'position' | 'affiliation' | 'portraitId'>
export type KnownPlace = { id: string; name: TranslatedText; venue?: TranslatedText | null }
/** What the files before brought, by what they call it. */
export type Earlier = {
  sessions: ReadonlyMap<string, { sessionId: string; brought: BroughtSession }>
  people: ReadonlyMap<string, { personId: string; brought: BroughtPerson }>
}
export type EarlierSession = DraftSession & { importKey: string | null }

export type ImportContext = {
  sessions: readonly EarlierSession[]
  rooms: readonly KnownPlace[]
  tracks: readonly KnownPlace[]
  people: readonly KnownPerson[]
  films: readonly KnownFilm[]
  earlier: Earlier
  /** A local time of the event as an instant; null for one that the clocks skip or show twice. */
  instantOf: (local: string) => string | null
  /** What organizers decided about what the file leaves open. */
  choices: ImportChoices
}

export type ImportChoices = {
  /** Times marked as UTC that are really those of the wall. */
  readAsLocal: boolean
  /** The day of times that stand without one, as `2025-03-11`; empty while nobody said. */
  day: string
  /** For a person who is not clear, by who they are in the file: the id of a known one, or `new`. */
  people: Record<string, string>
  /** Who is not decided and bears the very name of one person alone is that person. */
  sameNames: boolean
  /** Titles for sessions that came without one, by key. */
  titles: Record<string, string>
  /** Keys of sessions and people that stay as they are here. */
  kept: string[]
  /** Fields that are the file's although somebody changed them here, as `field key`. */
  taken: string[]
  /** Kinds of new sessions, by key; an empty key is for all that were not chosen one by one. */
  kinds: Record<string, string>
  /** Rooms of sessions that come without one, by key; an empty key is for all others. */
  rooms: Record<string, string>
  /** Which room here a name of the file means, or `new`. */
  roomNames: Record<string, string>
}

export type PersonQuestion = {
  /** Who it is within the file. */
  key: string
  name: string
  /** What the file says of them, to tell namesakes apart. */
  position: string
  candidates: Candidate[]
  chosen: string
  rows: string[]
}
/** A field that the file and somebody here changed both: `taken` where the file's is wanted. */
export type Clash<Field extends string> = { field: Field; file: string; taken: boolean }
export type PlannedRow = {
  row: string
  key: string
  sessionId: string | null
  what: 'new' | 'changed' | 'unchanged' | 'kept' | 'unclear'
  title: string
  /** The file gives it no title: one is asked for. */
  isTitleAsked: boolean
  /** Codes, or lines of the file that were not understood. */
  unclear: string[]
  /** What of the session here would become another, and how it stands now. */
  changes: ChangedField[]
  clashes: Clash<ChangedField>[]
  before: BeforeTexts | null
  /** How it stands in the file, also while something of it is unclear. */
  shown: {
    startsAt: string | null
    endsAt: string | null
    room: string
    track: string
    people: SeenPerson[]
    films: string
  }
  fields: PlannedFields | null
  /** What of the session is kept to compare the next file with; people and places that are not here yet are missing. */
  brought: BroughtSession | null
}
export type ChangedField =
  | 'title'
  | 'time'
  | 'room'
  | 'track'
  | 'people'
  | 'films'
  | 'abstract'
  | 'kind'
  | 'other'
/** How a session stands here before the import, for people to read. */
export type BeforeTexts = {
  title: TranslatedText
  startsAt: string | null
  endsAt: string | null
  room: TranslatedText | null
  track: TranslatedText | null
  abstract: TranslatedText
  people: string[]
  films: TranslatedText[]
}
/** A person as the file names them: `known` is what we call them; null for somebody new or not decided on. */
export type SeenPerson = { name: string; known: Candidate | null; isAsked: boolean }
/** What a row would make of its session; rooms, tracks and people that are not there yet are named. */
export type PlannedFields = Omit<DraftFields, 'roomId' | 'trackId' | 'appearances'> & {
  room: string
  track: string
  /** Those of the session here stay where the file says nothing of them. */
  roomId: string | null
  trackId: string | null
  people: PlannedPerson[]
}
export type PlannedPerson = ImportedPerson & {
  /** Who it is within the file; empty for somebody whom only the session here names. */
  identity: string
  personId: string | null
  minutes: number | null
  deputyForId: string | null
}
export type ImportPlan = {
  rows: PlannedRow[]
  questions: PersonQuestion[]
  /** What would become another of people who are here. */
  people: PlannedDetails[]
  newRooms: string[]
  newTracks: string[]
  newPeople: ImportedPerson[]
  /** Sessions that came with an earlier file of this kind and are not in this one: they stay. */
  left: DraftSession[]
}

export type PersonField = keyof BroughtPerson
/** What a file changes of somebody known: fields with what they become. */
export type PlannedDetails = {
  key: string
  personId: string
  name: string
  changes: { field: PersonField; before: string; after: TranslatedText | string }[]
  clashes: (Clash<PersonField> & { ours: string })[]
  isKept: boolean
}
