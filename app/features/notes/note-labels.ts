import { m } from '#app/paraglide/messages.js'
import type { NoteKind } from '#app/shared/vocabulary.ts'

const names: Record<NoteKind, () => string> = {
  statement: () => m['notes.kind.statement'](),
  quote: () => m['notes.kind.quote'](),
  proposal: () => m['notes.kind.proposal'](),
  decision: () => m['notes.kind.decision'](),
  action: () => m['notes.kind.action'](),
  question: () => m['notes.kind.question'](),
}

/** What a kind of note is called. */
export const noteKindName = (kind: NoteKind): string => names[kind]()
