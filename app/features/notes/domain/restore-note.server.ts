import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { noteVersion, person } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { type SavedNote, saveNote } from './save-note.server.ts'

type Restore = { eventId: string; noteId: string; version: number; revision: number }

/** Makes an earlier version of a note its newest one; a removed note is back with it. Clashes as any save does. */
export async function restoreNote(ctx: Context, restore: Restore): Promise<SavedNote> {
  const { eventId, noteId, version, revision } = restore
  await requireEventRight(ctx, 'notes.write', eventId)
  return withTransaction(async () => {
    const [found] = await database()
      .select({ content: noteVersion.content })
      .from(noteVersion)
      .where(
        and(
          eq(noteVersion.noteId, noteId),
          eq(noteVersion.eventId, eventId),
          eq(noteVersion.revision, version),
        ),
      )
    if (!found) throw new Refusal('note-missing', 'missing')
    const content = await withKeptPeople({ ...found.content, removed: false })
    return saveNote(ctx, { eventId, noteId, revision, content })
  })
}

/** Whoever was merged into another since is meant as that person. */
async function withKeptPeople(content: NoteContent): Promise<NoteContent> {
  const ids = [content.personId, content.ownerId].filter((id): id is string => id !== null)
  if (ids.length === 0) return content
  const rows = await database()
    .select({ id: person.id, keptId: person.keptId })
    .from(person)
    .where(inArray(person.id, ids))
  const kept = new Map(rows.map((one) => [one.id, one.keptId]))
  const now = (id: string | null) => (id === null ? null : (kept.get(id) ?? id))
  return { ...content, personId: now(content.personId), ownerId: now(content.ownerId) }
}
