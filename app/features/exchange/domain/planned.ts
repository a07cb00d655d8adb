import type { DraftFields, DraftSession } from '#app/features/agenda/domain/draft-edit.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { ImportedPerson } from './imported-agenda.ts'
import type { Candidate, KnownPerson } from './match-people.ts'

export type KnownPlace = { id: string; name: TranslatedText }
export type EarlierSession = DraftSession & { importKey: string | null }

export type ImportContext = {
  sessions: readonly EarlierSession[]
  rooms: readonly KnownPlace[]
  tracks: readonly KnownPlace[]
  people: readonly KnownPerson[]
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
  /** For a name that is not clear: the id of a known person, or `new`. */
  people: Record<string, string>
  /** Titles for sessions that came without one, by key. */
  titles: Record<string, string>
  /** Keys of sessions that stay as they are here. */
  kept: string[]
}

export type PersonQuestion = { name: string; candidates: Candidate[]; chosen: string; rows: string[] }
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
  before: BeforeWords | null
  /** How it stands in the file, also while something of it is unclear. */
  shown: { startsAt: string | null; endsAt: string | null; room: string; track: string; people: SeenPerson[] }
  fields: PlannedFields | null
}
export type ChangedField = 'title' | 'time' | 'room' | 'track' | 'people' | 'abstract' | 'other'
/** How a session stands here before the import, for people to read. */
export type BeforeWords = {
  title: TranslatedText
  startsAt: string | null
  endsAt: string | null
  room: TranslatedText | null
  track: TranslatedText | null
  people: string[]
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
  personId: string | null
  minutes: number | null
  deputyForId: string | null
}
export type ImportPlan = {
  rows: PlannedRow[]
  questions: PersonQuestion[]
  newRooms: string[]
  newTracks: string[]
  newPeople: ImportedPerson[]
  /** Sessions that came with an earlier file of this kind and are not in this one: they stay. */
  left: DraftSession[]
}
