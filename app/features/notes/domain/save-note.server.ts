import { and, eq, sql } from 'drizzle-orm'
import { joinEvent, lockKnownPeople } from '#app/features/people/domain/known-to-hosts.server.ts'
import { actorColumns, recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { note, noteVersion, session } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { contentOf, listNotes } from './stored-notes.server.ts'

/** Where open pages of notes hear of changes: the payload is the event's id and the number of the version. */
export const notesChannel = 'notes_changed'

export type SavedNote = { done: true; note: Note } | { done: false; stored: Note }

type Save = {
  eventId: string
  noteId: string
  /** The revision the writer saw; 0 for a new note. */
  revision: number
  content: NoteContent
}

/**
 * Writes a note, or its next version; also removes one and takes it back (`removed`). A new note that is already there
 * with the same words, sent twice by a browser that was offline, is saved once. When somebody else saved in between,
 * nothing is done and the stored note is given, so that both can be shown.
 */
export async function saveNote(ctx: Context, save: Save): Promise<SavedNote> {
  const { eventId, noteId, revision, content } = save
  await requireEventRight(ctx, 'notes.write', eventId)
  requireSense(content)
  return withTransaction(async (tx) => {
    await lockNotes(tx, eventId)
    const [before] = await tx.select().from(note).where(eq(note.id, noteId))
    if (before && before.eventId !== eventId) throw new Refusal('note-missing', 'missing')
    if (!before && revision > 0) throw new Refusal('note-missing', 'missing')
    if (before && sameValue(contentOf(before), content)) return { done: true, note: await stored(noteId) }
    if (before && before.revision !== revision) return { done: false, stored: await stored(noteId) }
    await requireOwn(ctx, tx, eventId, content, before)
    if (before)
      await tx
        .update(note)
        .set({ ...columnsOf(ctx, content, before), revision: revision + 1 })
        .where(eq(note.id, noteId))
    else {
      const author = actorColumns(ctx)
      await tx.insert(note).values({
        id: noteId,
        eventId,
        ...columnsOf(ctx, content),
        createdById: author.accountId,
        authorName: author.actorName,
        createdAt: ctx.now,
      })
    }
    await writeVersion(ctx, tx, { eventId, noteId, revision: revision + 1, content })
    const hides = content.removed || content.offRecord
    if (before && hides !== (before.removedAt !== null || before.offRecord)) {
      await pageChanged(pageTag.event(eventId))
    }
    if (before && before.removedAt === null && content.removed) {
      const subjectName = textIn(content.text, 'vi').slice(0, 80)
      await recordActivity(ctx, { verb: 'note.removed', eventId, subjectId: noteId, subjectName })
    }
    return { done: true, note: await stored(noteId) }
  })
}

/** Versions of one event are numbered in the order of their commits: a page that heard one has missed none before it. */
export async function lockNotes(tx: Transaction, eventId: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`notes ${eventId}`}, 0))`)
}

export async function writeVersion(
  ctx: Context,
  tx: Transaction,
  version: { eventId: string; noteId: string; revision: number; content: NoteContent },
) {
  const [added] = await tx
    .insert(noteVersion)
    .values({ ...version, ...actorColumns(ctx), at: ctx.now })
    .returning({ id: noteVersion.id })
  await tx.execute(sql`select pg_notify(${notesChannel}, ${`${version.eventId} ${added?.id}`})`)
}

function requireSense(content: NoteContent) {
  if (!textIn(content.text, 'vi')) throw new Refusal('note-empty', 'invalid')
  if (content.personId !== null && content.guestName !== '') throw new Refusal('note-two-speakers', 'invalid')
  const { kind, ownerId, ownerName, dueOn, doneAt } = content
  if (kind !== 'action' && (ownerId || ownerName || dueOn || doneAt))
    throw new Refusal('note-no-action', 'invalid')
}

/** Session and people must be the event's own: the foreign keys alone would take a neighbour's. */
async function requireOwn(
  ctx: Context,
  tx: Transaction,
  eventId: string,
  content: NoteContent,
  before: typeof note.$inferSelect | undefined,
) {
  const { sessionId } = content
  if (sessionId !== null && sessionId !== before?.sessionId) {
    const own = await tx.$count(session, and(eq(session.id, sessionId), eq(session.eventId, eventId)))
    if (own === 0) throw new Refusal('session-missing', 'missing')
  }
  const known = [before?.personId, before?.ownerId]
  const people = [content.personId, content.ownerId].filter(
    (id): id is string => id !== null && !known.includes(id),
  )
  if (people.length === 0) return
  await lockKnownPeople(ctx, tx, eventId, [...new Set(people)])
  await joinEvent(tx, eventId, people)
}

function columnsOf(ctx: Context, content: NoteContent, before?: typeof note.$inferSelect) {
  const { saidAt, doneAt, removed, ...same } = content
  return {
    ...same,
    saidAt: new Date(saidAt),
    doneAt: doneAt === null ? null : new Date(doneAt),
    removedAt: removed ? (before?.removedAt ?? ctx.now) : null,
    updatedAt: ctx.now,
    // Another day to have it done by is another day to be reminded of.
    ...(before && before.dueOn !== content.dueOn && { remindedAt: null }),
  }
}

async function stored(noteId: string): Promise<Note> {
  const [found] = await listNotes(eq(note.id, noteId), true)
  if (!found) throw new Error('A note was saved without a row')
  return found
}
