import { sql } from 'drizzle-orm'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { draftChange } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { DraftEdit } from './draft-edit.ts'

/** Where open editors hear of changes: the payload is the event's id and the number of the change. */
export const draftChannel = 'draft_changed'

type Announcement = { eventId: string; edits: DraftEdit[]; editorId?: string | undefined }

/**
 * Writes down what changed in a draft and tells the open editors at the commit. Without edits something else than its
 * sessions changed, and editors read everything again. Answers the number of the change.
 */
export async function announceDraft(
  ctx: Context,
  { eventId, edits, editorId }: Announcement,
): Promise<number> {
  return withTransaction(async (tx) => {
    const [added] = await tx
      .insert(draftChange)
      .values({ eventId, edits, editorId: editorId ?? null, ...actorColumns(ctx) })
      .returning({ id: draftChange.id })
    if (!added) throw new Error('A draft change was inserted without a row')
    await tx.execute(sql`select pg_notify(${draftChannel}, ${`${eventId} ${added.id}`})`)
    return added.id
  })
}
