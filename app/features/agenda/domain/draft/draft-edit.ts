import { mergeText } from '#app/shared/i18n/merge-text.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
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
  /** What a screening shows, by id and in order; of another kind of session it is nowhere shown. */
  films: string[]
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
  /** Of a text: the languages that both changed. Those that only one changed are merged in `yours`. */
  languages?: Locale[] | undefined
}

/** What of an edit cannot be done, because a field is neither as the editor saw it nor already as it wants it. */
export function clashesOf(edit: DraftEdit, stored: DraftSession | undefined): EditClash[] {
  if (edit.kind === 'add' || !stored) return []
  return fieldsOf(edit.set).flatMap((field): EditClash[] => {
    const [was, theirs, yours] = [edit.was[field], stored[field], edit.set[field]]
    if (!(field in edit.was) || sameValue(theirs, was) || sameValue(theirs, yours)) return []
    if (!isText(field)) return [{ sessionId: edit.sessionId, field, was, theirs, yours }]
    const { text, clashes } = mergeText(edit.was[field] ?? {}, stored[field], edit.set[field] ?? {})
    return clashes.length === 0
      ? []
      : [{ sessionId: edit.sessionId, field, was, theirs, yours: text, languages: clashes }]
  })
}

/** An edit that does not clash, made anew from what is stored: of a text, the language that others changed stays theirs. */
export function withTheirWords<Edit extends DraftEdit>(edit: Edit, stored: DraftSession | undefined): Edit {
  if (edit.kind === 'add' || !stored) return edit
  const texts = textFields.filter((field) => edit.set[field] && edit.was[field])
  if (texts.every((field) => sameValue(edit.was[field], stored[field]))) return edit
  const merged = texts.map((field) => {
    const { text } = mergeText(edit.was[field] ?? {}, stored[field], edit.set[field] ?? {})
    return [field, text] as const
  })
  const was = { ...edit.was, ...Object.fromEntries(texts.map((field) => [field, stored[field]])) }
  return { ...edit, was, set: { ...edit.set, ...Object.fromEntries(merged) } }
}

const textFields = ['title', 'abstract'] as const
const isText = (field: keyof DraftFields): field is (typeof textFields)[number] =>
  field === 'title' || field === 'abstract'

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
