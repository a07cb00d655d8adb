import { eq } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { insertVenue, type StoredVenue } from '#app/features/events/domain/venues.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { checkVenue } from './check-venue.ts'
import { type VenueDetails, venueWordFields } from './venue-details.ts'

/** Adds a venue behind the event's others; the first one is its main venue. */
export async function addVenue(
  ctx: Context,
  { eventId, details }: { eventId: string; details: VenueDetails },
): Promise<StoredVenue> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkVenue(details)
  return withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    const words = venueWordFields.map((field) => [field, write(details[field], ctx.locale)] as const)
    const added = await insertVenue(tx, { ...details, ...Object.fromEntries(words), eventId })
    if (before.venueId === null) {
      await tx.update(event).set({ venueId: added.id }).where(eq(event.id, eventId))
    }
    const subjectName = textIn(added.name, ctx.locale) || added.address
    await recordActivity(ctx, { verb: 'venue.added', eventId, subjectId: added.id, subjectName })
    await announceDraft(ctx, { eventId, edits: [] })
    await pageChanged(pageTag.event(eventId), pageTag.home)
    return added
  })
}
