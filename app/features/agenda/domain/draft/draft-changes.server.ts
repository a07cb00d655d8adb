import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { changeFeed } from '#app/shared/pages/change-feed.server.ts'
import { draftChange } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { draftChannel } from './announce-draft.server.ts'
import type { DraftEdit } from './draft-edit.ts'

/** A change of the draft as open editors hear of it. Without edits: rooms or tracks are others now. */
export type HeardChange = {
  id: number
  edits: DraftEdit[]
  editorId: string | null
  actorName: string
  /** What was missed is no longer known change by change: everything has to be read again. */
  again?: true
}

/** So many of an event are kept, however old. */
export const keptChanges = 500
const mostAtOnce = keptChanges
const columns = {
  id: draftChange.id,
  edits: draftChange.edits,
  editorId: draftChange.editorId,
  actorName: draftChange.actorName,
}

/** The changes after one that is known, oldest first; when older ones are forgotten, that all is to be read again. */
export async function listDraftChanges(eventId: string, after: number): Promise<HeardChange[]> {
  const rows = await database()
    .select(columns)
    .from(draftChange)
    .where(and(eq(draftChange.eventId, eventId), gt(draftChange.id, after)))
    .orderBy(asc(draftChange.id))
    .limit(mostAtOnce)
  // Nothing is ever forgotten of an event without keeping so many.
  if (rows.length < keptChanges || (await isKept(eventId, after))) return rows as HeardChange[]
  const [newest] = await database()
    .select({ id: draftChange.id })
    .from(draftChange)
    .where(eq(draftChange.eventId, eventId))
    .orderBy(desc(draftChange.id))
    .limit(1)
  return [{ id: newest?.id ?? after, edits: [], editorId: null, actorName: '', again: true }]
}

/** Whether the changes are kept from this one on. */
async function isKept(eventId: string, id: number): Promise<boolean> {
  const own = and(eq(draftChange.eventId, eventId), lte(draftChange.id, id))
  return (await database().select({ id: draftChange.id }).from(draftChange).where(own).limit(1)).length > 0
}

/** One change of an event's draft, to be taken back or told of; null when there is none of this number. */
export async function findDraftChange(eventId: string, id: number): Promise<HeardChange | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null
  const [found] = await database()
    .select(columns)
    .from(draftChange)
    .where(and(eq(draftChange.eventId, eventId), eq(draftChange.id, id)))
  return (found as HeardChange | undefined) ?? null
}

/** Which of these changes are kept and can be turned round; one that added sessions is not among them. */
export async function findKeptChanges(eventId: string, ids: readonly number[]): Promise<Set<number>> {
  const asked = ids.filter((id) => Number.isSafeInteger(id) && id > 0)
  if (asked.length === 0) return new Set()
  const rows = await database()
    .select({ id: draftChange.id })
    .from(draftChange)
    .where(
      and(
        eq(draftChange.eventId, eventId),
        inArray(draftChange.id, asked),
        sql`not ${draftChange.edits} @> '[{"kind": "add"}]'`,
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** Tells of every change of an event's draft after the one given, made in whatever process, until `gone`. */
export const { follow: followDraft } = changeFeed({
  channel: draftChannel,
  list: listDraftChanges,
  mostAtOnce,
  find: findDraftChange,
})
