import type { DraftEdit, DraftFields, EditClash } from './draft-edit.ts'

/** What is chosen together: time and room of a session are one thing to whoever moves it. */
export type ClashPart = 'slot' | Exclude<keyof DraftFields, 'startsAt' | 'endsAt' | 'roomId'>
export type ClashQuestion = { key: string; sessionId: string; part: ClashPart; clashes: EditClash[] }

/** The questions that clashes ask: one for each part of each session. */
export function questionsOf(clashes: readonly EditClash[]): ClashQuestion[] {
  const byKey = new Map<string, ClashQuestion>()
  for (const clash of clashes) {
    const part = partOf(clash.field)
    const key = `${clash.sessionId} ${part}`
    const question = byKey.get(key) ?? { key, sessionId: clash.sessionId, part, clashes: [] }
    byKey.set(key, { ...question, clashes: [...question.clashes, clash] })
  }
  return [...byKey.values()]
}

/** The same gesture once more, with the parts in `mine` against what the others made of them, and without the rest. */
export function settledEdits(
  edits: readonly DraftEdit[],
  clashes: readonly EditClash[],
  mine: ReadonlySet<string>,
): DraftEdit[] {
  const theirs = new Map(clashes.map((one) => [`${one.sessionId} ${one.field}`, one.theirs]))
  const asked = new Set(questionsOf(clashes).map(({ key }) => key))
  return edits.flatMap((edit): DraftEdit[] => {
    if (edit.kind === 'add') return [edit]
    const fields = (Object.keys(edit.set) as (keyof DraftFields)[]).filter((field) => {
      const key = `${edit.sessionId} ${partOf(field)}`
      return !asked.has(key) || mine.has(key)
    })
    if (fields.length === 0) return []
    const seen = (field: keyof DraftFields) => {
      const key = `${edit.sessionId} ${field}`
      return theirs.has(key) ? theirs.get(key) : edit.was[field]
    }
    const known = fields.filter((field) => field in edit.was)
    const was = Object.fromEntries(known.map((field) => [field, seen(field)]))
    return [{ ...edit, was, set: Object.fromEntries(fields.map((field) => [field, edit.set[field]])) }]
  })
}

function partOf(field: keyof DraftFields): ClashPart {
  return field === 'startsAt' || field === 'endsAt' || field === 'roomId' ? 'slot' : field
}
