import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'

/** What can be edited of a session in the draft, as the editor and the database exchange it. Instants are ISO strings in UTC. */
export type DraftFields = {
  kind: SessionKind
  title: TranslatedText
  abstract: TranslatedText
  languages: Locale[]
  interpretation: Locale[]
  trackId: string | null
  roomId: string | null
  startsAt: string | null
  endsAt: string | null
  capacity: number | null
  signUp: boolean
  /** Dropped: readers no longer see it after the next publication; it can be taken back. */
  dropped: boolean
  /** In speaking order. */
  appearances: DraftAppearance[]
}

export type DraftAppearance = {
  personId: string
  role: AppearanceRole
  minutes: number | null
  deputyForId: string | null
}

export type DraftSession = DraftFields & { id: string; slug: string }

/**
 * One edit of one session: only the fields it touches, with what they were when the editor saw them. Undoing is the same
 * edit turned round. A new session has no `was`; its id is made by whoever makes it.
 */
export type DraftEdit =
  | { kind: 'edit'; sessionId: string; was: Partial<DraftFields>; set: Partial<DraftFields> }
  | { kind: 'add'; sessionId: string; set: DraftFields }

/** A field that somebody else changed meanwhile: nothing of the edit was done, and the editor shows both. */
export type EditClash = {
  sessionId: string
  field: keyof DraftFields
  was: unknown
  theirs: unknown
  yours: unknown
}

/** What of an edit cannot be done, because a field is neither as the editor saw it nor already as it wants it. */
export function clashesOf(edit: DraftEdit, stored: DraftSession | undefined): EditClash[] {
  if (edit.kind === 'add' || !stored) return []
  return fieldsOf(edit.set).flatMap((field) => {
    const [was, theirs, yours] = [edit.was[field], stored[field], edit.set[field]]
    if (!(field in edit.was) || sameValue(theirs, was) || sameValue(theirs, yours)) return []
    return [{ sessionId: edit.sessionId, field, was, theirs, yours }]
  })
}

/** The edit that takes this one back. A session that was added is dropped, since others may have seen it already. */
export function turnedRound(edit: DraftEdit): DraftEdit {
  const { sessionId } = edit
  if (edit.kind === 'add') return { kind: 'edit', sessionId, was: { dropped: false }, set: { dropped: true } }
  return { kind: 'edit', sessionId, was: edit.set, set: edit.was }
}

/** The draft after these edits; the sessions given stay as they are. */
export function afterEdits(sessions: readonly DraftSession[], edits: readonly DraftEdit[]): DraftSession[] {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  for (const edit of edits) {
    const before = byId.get(edit.sessionId)
    if (before) byId.set(edit.sessionId, { ...before, ...edit.set })
    else if (edit.kind === 'add') byId.set(edit.sessionId, { id: edit.sessionId, slug: '', ...edit.set })
  }
  return [...byId.values()]
}

export function fieldsOf(set: Partial<DraftFields>): (keyof DraftFields)[] {
  return Object.keys(set) as (keyof DraftFields)[]
}

/** Equal as JSON, whatever the order of the keys: texts come back from the database in another order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join()}}`
}
