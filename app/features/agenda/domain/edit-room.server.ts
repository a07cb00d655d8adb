import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { room } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from './announce-draft.server.ts'

export type RoomDetails = { name: TranslatedText; capacity: number | null }

/** Saves how a room is called and what it is; readers see it after the next publication. */
export async function editRoom(
  ctx: Context,
  { eventId, roomId, details }: { eventId: string; roomId: string; details: RoomDetails },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    const edited = await tx
      .update(room)
      .set(details)
      .where(and(eq(room.id, roomId), eq(room.eventId, eventId)))
      .returning({ id: room.id })
    if (edited.length === 0) throw new Refusal('room-missing', 'missing')
    const subjectName = textIn(details.name, 'vi')
    await recordActivity(ctx, { verb: 'room.edited', eventId, subjectId: roomId, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
  })
}
