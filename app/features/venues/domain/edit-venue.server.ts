import { and, eq } from 'drizzle-orm'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { announceMove } from '#app/features/events/domain/announce-move.server.ts'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import { type LockedEvent, lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { placeMoved } from '#app/features/events/domain/place-moved.ts'
import type { StoredVenue } from '#app/features/events/domain/venues.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, venue } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { checkVenue } from './check-venue.ts'
import { type VenueDetails, venueWordFields, type WrittenVenue, writtenIn } from './venue-details.ts'

/** `seen` is the venue as it was when the edit was made. */
type VenueEdit = { eventId: string; venueId: string; seen: WrittenVenue; details: VenueDetails }

/**
 * Saves what is written of a venue, unless somebody saved it since. Where the event itself is held there, whoever has a
 * seat is told of another place. Answers whether anything changed.
 */
export async function editVenue(
  ctx: Context,
  { eventId, venueId, seen, details }: VenueEdit,
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkVenue(details)
  return withTransaction(async (tx) => {
    const of = await lockEvent(tx, eventId)
    const own = and(eq(venue.id, venueId), eq(venue.eventId, eventId))
    const [before] = await tx.select().from(venue).where(own)
    if (!before) throw new Refusal('venue-missing', 'missing')
    if (!sameValue(writtenIn(before), writtenIn(seen))) {
      throw new SavedByOther({ ...before, isMain: of.venueId === venueId })
    }
    const next = nextOf(ctx, before, details)
    const fields = (Object.keys(next) as (keyof WrittenVenue)[]).filter(
      (field) => !sameValue(before[field], next[field]),
    )
    if (fields.length === 0) return false
    await tx.update(venue).set(next).where(own)
    await recordActivity(ctx, {
      verb: 'venue.edited',
      eventId,
      subjectId: venueId,
      subjectName: textIn(next.name, ctx.locale) || next.address,
      details: { fields, changes: changesOf(fields, { ...before }, { ...next }) },
    })
    if (of.venueId === venueId) await tellOfMain(ctx, tx, of, next)
    await announceDraft(ctx, { eventId, edits: [] })
    await pageChanged(pageTag.event(eventId), pageTag.home)
    return true
  })
}

function nextOf(ctx: Context, before: StoredVenue, details: VenueDetails): WrittenVenue {
  const words = venueWordFields.map((field) => {
    const { vi, en, confirmed } = details[field]
    return [field, edit(before[field], { vi, en }, ctx.locale, confirmed)] as const
  })
  return writtenIn({
    ...details,
    ...(Object.fromEntries(words) as Pick<WrittenVenue, (typeof venueWordFields)[number]>),
  })
}

/** The event's own entry in calendars is counted on by its revision, and says where it is. */
async function tellOfMain(ctx: Context, tx: Transaction, of: LockedEvent, next: WrittenVenue) {
  const renewed = { revision: of.revision + 1, updatedAt: ctx.now }
  await tx.update(event).set(renewed).where(eq(event.id, of.id))
  if (placeMoved(of.venue, next)) await announceMove(ctx, of, { endsAt: of.endsAt })
}
