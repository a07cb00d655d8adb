import { and, eq } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { room, venue } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Takes a venue away; its rooms are at the main venue from then on, which itself stays. */
export async function removeVenue(
  ctx: Context,
  { eventId, venueId }: { eventId: string; venueId: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    const of = await lockEvent(tx, eventId)
    if (of.venueId === venueId) throw new Refusal('venue-is-main', 'state')
    await tx
      .update(room)
      .set({ venueId: null })
      .where(and(eq(room.eventId, eventId), eq(room.venueId, venueId)))
    const [removed] = await tx
      .delete(venue)
      .where(and(eq(venue.id, venueId), eq(venue.eventId, eventId)))
      .returning()
    if (!removed) throw new Refusal('venue-missing', 'missing')
    const subjectName = textIn(removed.name, ctx.locale) || removed.address
    await recordActivity(ctx, { verb: 'venue.removed', eventId, subjectId: venueId, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
    await pageChanged(pageTag.event(eventId), pageTag.home)
  })
}
