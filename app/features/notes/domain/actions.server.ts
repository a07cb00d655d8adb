import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { note, person } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { lockNotes, saveNote } from './save-note.server.ts'
import { contentOf, listNotes } from './stored-notes.server.ts'

/** The actions of an event, open ones first, the earliest due on top; and whether their owner can be reminded by mail. */
export async function listActions(eventId: string): Promise<(Note & { canBeReached: boolean })[]> {
  const actions = await listNotes(and(eq(note.eventId, eventId), eq(note.kind, 'action')))
  const owners = actions.flatMap((one) => one.ownerId ?? [])
  const reached = owners.length
    ? await database()
        .select({ id: person.id })
        .from(person)
        .where(and(inArray(person.id, owners), isNotNull(person.email)))
    : []
  const withAddress = new Set(reached.map((one) => one.id))
  const order = (one: Note) => `${one.doneAt === null ? 0 : 1}${one.dueOn ?? '9999'}${one.saidAt}`
  return actions
    .map((one) => ({ ...one, canBeReached: one.ownerId !== null && withAddress.has(one.ownerId) }))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Says that an action is done, or that it is open after all: a new version of its note. */
export async function setActionDone(
  ctx: Context,
  { eventId, noteId, isDone }: { eventId: string; noteId: string; isDone: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'notes.write', eventId)
  await withTransaction(async (tx) => {
    await lockNotes(tx, eventId)
    const [row] = await tx
      .select()
      .from(note)
      .where(and(eq(note.id, noteId), eq(note.eventId, eventId), eq(note.kind, 'action')))
    if (!row || row.removedAt) throw new Refusal('note-missing', 'missing')
    if ((row.doneAt !== null) === isDone) return
    const content = { ...contentOf(row), doneAt: isDone ? ctx.now.toISOString() : null }
    await saveNote(ctx, { eventId, noteId, revision: row.revision, content })
  })
}
