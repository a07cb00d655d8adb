import { and, asc, eq, gt } from 'drizzle-orm'
import { changeFeed } from '#app/shared/http/change-feed.server.ts'
import { draftChange } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { draftChannel } from './announce-draft.server.ts'
import type { DraftEdit } from './draft-edit.ts'

/** A change of the draft as open editors hear of it. Without edits: rooms or tracks are others now. */
export type HeardChange = { id: number; edits: DraftEdit[]; editorId: string | null; actorName: string }

const mostAtOnce = 500
const columns = {
  id: draftChange.id,
  edits: draftChange.edits,
  editorId: draftChange.editorId,
  actorName: draftChange.actorName,
}

/** The changes after one that is known, oldest first. */
export async function listDraftChanges(eventId: string, after: number): Promise<HeardChange[]> {
  const rows = await database()
    .select(columns)
    .from(draftChange)
    .where(and(eq(draftChange.eventId, eventId), gt(draftChange.id, after)))
    .orderBy(asc(draftChange.id))
    .limit(mostAtOnce)
  return rows as HeardChange[]
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

/** Tells of every change of an event's draft after the one given, made in whatever process, until `gone`. */
export const { follow: followDraft } = changeFeed({
  channel: draftChannel,
  list: listDraftChanges,
  mostAtOnce,
  find: findDraftChange,
})
