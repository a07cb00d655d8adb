import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { DraftEdit, DraftFields, EditClash } from '../draft/draft-edit.ts'

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

/**
 * The same gesture once more, with the parts in `mine` against what the others made of them, and without the rest. Of a
 * text the languages that nobody else changed are done in any case.
 */
export function resolvedEdits(
  edits: readonly DraftEdit[],
  clashes: readonly EditClash[],
  mine: ReadonlySet<string>,
): DraftEdit[] {
  const byField = new Map(clashes.map((one) => [`${one.sessionId} ${one.field}`, one]))
  const asked = new Set(questionsOf(clashes).map(({ key }) => key))
  return edits.flatMap((edit): DraftEdit[] => {
    if (edit.kind === 'add') return [edit]
    const fields = (Object.keys(edit.set) as (keyof DraftFields)[]).filter((field) => {
      const key = `${edit.sessionId} ${partOf(field)}`
      const clash = byField.get(`${edit.sessionId} ${field}`)
      return (
        !asked.has(key) || mine.has(key) || (clash?.languages && !sameValue(withoutMine(clash), clash.theirs))
      )
    })
    if (fields.length === 0) return []
    const clashAt = (field: keyof DraftFields) => byField.get(`${edit.sessionId} ${field}`)
    const known = fields.filter((field) => field in edit.was)
    const was = known.map((field) => {
      const clash = clashAt(field)
      return [field, clash ? clash.theirs : edit.was[field]]
    })
    const set = fields.map((field) => {
      const clash = clashAt(field)
      if (!clash?.languages) return [field, edit.set[field]]
      return [field, mine.has(`${edit.sessionId} ${partOf(field)}`) ? clash.yours : withoutMine(clash)]
    })
    return [{ ...edit, was: Object.fromEntries(was), set: Object.fromEntries(set) }]
  })
}

/** My text with the languages in question as the others have them. */
function withoutMine({ theirs, yours, languages = [] }: EditClash): TranslatedText {
  const [stored, text] = [theirs as TranslatedText, { ...(yours as TranslatedText) }]
  for (const locale of languages) {
    if (stored[locale]) text[locale] = stored[locale]
    else delete text[locale]
  }
  return text
}

function partOf(field: keyof DraftFields): ClashPart {
  return field === 'startsAt' || field === 'endsAt' || field === 'roomId' ? 'slot' : field
}
