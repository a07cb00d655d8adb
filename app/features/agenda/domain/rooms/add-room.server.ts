import { eq, max } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { requireVenue } from '#app/features/events/domain/venues.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { room } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceDraft } from '../draft/announce-draft.server.ts'

export type NewRoom = { eventId: string; name: TranslatedText; venueId?: string; capacity?: number }

/** Adds a room behind the event's other rooms. */
export async function addRoom(ctx: Context, input: NewRoom): Promise<typeof room.$inferSelect> {
  const { eventId } = input
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    if (input.venueId) await requireVenue(eventId, input.venueId)
    const [last] = await tx
      .select({ position: max(room.position) })
      .from(room)
      .where(eq(room.eventId, eventId))
    const [added] = await tx
      .insert(room)
      .values({ ...input, position: (last?.position ?? 0) + 1 })
      .returning()
    if (!added) throw new Error('A room was inserted without a row')
    const subjectName = textIn(input.name, 'vi')
    await announceDraft(ctx, { eventId, edits: [] })
    await recordActivity(ctx, { verb: 'room.added', eventId, subjectId: added.id, subjectName })
    return added
  })
}
