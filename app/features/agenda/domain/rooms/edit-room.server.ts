import { and, eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { requireVenue } from '#app/features/events/domain/venues.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { room } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

export type RoomDetails = { name: TranslatedText; capacity: number | null; venueId: string | null }

/**
 * Saves how a room is called and what it is; readers see it after the next publication. Answers whether
 * anything changed.
 */
export async function editRoom(
  ctx: Context,
  { eventId, roomId, details }: { eventId: string; roomId: string; details: RoomDetails },
): Promise<boolean> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    const own = and(eq(room.id, roomId), eq(room.eventId, eventId))
    const [before] = await tx.select().from(room).where(own).for('update')
    if (!before) throw new Refusal('room-missing', 'missing')
    const fields = (['name', 'capacity', 'venueId'] as const).filter(
      (field) => !sameValue(before[field], details[field]),
    )
    if (fields.length === 0) return false
    if (details.venueId && fields.includes('venueId')) await requireVenue(eventId, details.venueId)
    await tx.update(room).set(details).where(own)
    await recordActivity(ctx, {
      verb: 'room.edited',
      eventId,
      subjectId: roomId,
      subjectName: textIn(details.name, 'vi'),
      details: { fields, changes: changesOf(fields, before, details) },
    })
    await announceDraft(ctx, { eventId, edits: [] })
    return true
  })
}
