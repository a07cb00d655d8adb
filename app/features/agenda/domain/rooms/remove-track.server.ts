import { and, eq } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { session, track } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

/** Takes a track away; its sessions stay in the draft, without one. */
export async function removeTrack(
  ctx: Context,
  { eventId, trackId }: { eventId: string; trackId: string },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    // By ourselves, before the key would: whoever takes it back needs the track before its sessions.
    await tx
      .update(session)
      .set({ trackId: null })
      .where(and(eq(session.eventId, eventId), eq(session.trackId, trackId)))
    const [removed] = await tx
      .delete(track)
      .where(and(eq(track.id, trackId), eq(track.eventId, eventId)))
      .returning()
    if (!removed) throw new Refusal('track-missing', 'missing')
    const subjectName = textIn(removed.name, 'vi')
    await recordActivity(ctx, { verb: 'track.removed', eventId, subjectId: trackId, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
  })
}
