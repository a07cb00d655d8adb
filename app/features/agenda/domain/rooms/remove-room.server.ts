import { and, eq } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { room, session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

/** Takes a room away; its sessions stay in the draft, without one. */
export async function removeRoom(
  ctx: Context,
  { eventId, roomId }: { eventId: string; roomId: string },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    // By ourselves, before the key would: whoever takes it back needs the room before its sessions.
    await tx
      .update(session)
      .set({ roomId: null })
      .where(and(eq(session.eventId, eventId), eq(session.roomId, roomId)))
    const [removed] = await tx
      .delete(room)
      .where(and(eq(room.id, roomId), eq(room.eventId, eventId)))
      .returning()
    if (!removed) throw new Refusal('room-missing', 'missing')
    const subjectName = textIn(removed.name, 'vi')
    await recordActivity(ctx, { verb: 'room.removed', eventId, subjectId: roomId, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
  })
}
