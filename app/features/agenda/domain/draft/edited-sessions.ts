import { changesOf, type FieldChange } from '#app/features/events/domain/edit-changes.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { type DraftEdit, type DraftSession, fieldsOf } from './draft-edit.ts'

/** A field of a session that an edit changed; people, rooms and tracks by their ids. */
export type SessionChange = FieldChange & { session: string; title: Pick<TranslatedText, 'vi' | 'en'> }

/** The change of the draft itself is kept whole elsewhere: here it is to be read. */
const longest = 500
const most = 30

/** What the edits of a gesture changed, for its entry of activity; of a move of everything the first. */
export function draftChangesOf(
  edits: readonly DraftEdit[],
  stored: ReadonlyMap<string, DraftSession>,
): SessionChange[] {
  const changes = edits.flatMap((edit): SessionChange[] => {
    const before = stored.get(edit.sessionId)
    if (edit.kind === 'add' || !before) return []
    const title = { vi: textIn(before.title, 'vi'), en: textIn(before.title, 'en') }
    const fields = changesOf(fieldsOf(edit.set), before, edit.set, longest)
    return fields.map((change) => ({ ...change, session: edit.sessionId, title }))
  })
  return changes.slice(0, most)
}
