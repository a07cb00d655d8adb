import { and, eq, isNull } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { announceMove } from '#app/features/events/domain/announce-move.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { placeMoved } from '#app/features/events/domain/place-moved.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event, room, venue } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/**
 * Makes a venue the one where the event itself is held, and tells whoever has a seat that the place is another. Rooms
 * stay in the houses where they are.
 */
export async function chooseMainVenue(
  ctx: Context,
  { eventId, venueId }: { eventId: string; venueId: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    const [next] = await tx
      .select()
      .from(venue)
      .where(and(eq(venue.id, venueId), eq(venue.eventId, eventId)))
    if (!next) throw new Refusal('venue-missing', 'missing')
    if (before.venueId === venueId) return
    await tx
      .update(room)
      .set({ venueId: before.venueId })
      .where(and(eq(room.eventId, eventId), isNull(room.venueId)))
    const renewed = { revision: before.revision + 1, updatedAt: ctx.now }
    await tx
      .update(event)
      .set({ venueId, ...renewed })
      .where(eq(event.id, eventId))
    const subjectName = textIn(next.name, ctx.locale) || next.address
    await recordActivity(ctx, { verb: 'venue.made-main', eventId, subjectId: venueId, subjectName })
    if (placeMoved(before.venue, next)) await announceMove(ctx, before, { endsAt: before.endsAt })
    await announceDraft(ctx, { eventId, edits: [] })
    await pageChanged(pageTag.event(eventId), pageTag.home)
  })
}
