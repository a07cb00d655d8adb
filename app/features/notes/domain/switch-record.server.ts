import { and, eq, ne } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

type Switch = { eventId: string; sessionId: string; offRecord: boolean }

/** Takes all that is said in a session off the record, or puts it back on; open pages of notes hear of it. */
export async function switchRecord(ctx: Context, { eventId, sessionId, offRecord }: Switch): Promise<void> {
  await requireEventRight(ctx, 'notes.write', eventId)
  await withTransaction(async (tx) => {
    const own = and(eq(session.id, sessionId), eq(session.eventId, eventId))
    const [known] = await tx.select({ title: session.title }).from(session).where(own)
    if (!known) throw new Refusal('session-missing', 'missing')
    const [switched] = await tx
      .update(session)
      .set({ offRecord })
      .where(and(own, ne(session.offRecord, offRecord)))
      .returning({ id: session.id })
    if (!switched) return
    await announceDraft(ctx, { eventId, edits: [] })
    await pageChanged(pageTag.event(eventId))
    const verb = offRecord ? 'session.off-record' : 'session.on-record'
    await recordActivity(ctx, {
      verb,
      eventId,
      subjectId: sessionId,
      subjectName: textIn(known.title, 'vi').slice(0, 80),
    })
  })
}
