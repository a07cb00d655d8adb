import { and, eq } from 'drizzle-orm'
import { endOffersByStart } from '#app/features/registration/domain/seats/end-offers-by-start.server.ts'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, venue } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { announceMove } from './announce-move.server.ts'
import { changesOf } from './edit-changes.ts'
import { type EventDetails, wordFields } from './event-details.ts'
import { type LockedEvent, lockEvent } from './event-lock.server.ts'
import { checkEventDetails } from './event-rules.ts'
import { type KnownAddress, placeFields, placeMoved } from './place-moved.ts'
import { insertVenue } from './venues.server.ts'

/**
 * Saves what an organizer wrote, unless somebody saved since `revision` was read. Whoever holds a seat is told when
 * time, place or title change, and free seats are offered when there are more of them.
 */
export async function editEvent(
  ctx: Context,
  { eventId, revision, details }: { eventId: string; revision: number; details: EventDetails },
): Promise<{ changed: string[]; told: number }> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkEventDetails(details)
  return withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    if (before.revision !== revision) throw new SavedByOther(before)
    if (details.capacity !== null && details.capacity < before.seated - before.beyond + before.held) {
      throw new Refusal('event-capacity-below-seats', 'state', { field: 'capacity', seated: before.seated })
    }
    const { place, ...own } = details
    const words = wordFields.map((field) => {
      const { vi, en, confirmed } = details[field]
      return [field, edit(before[field], { vi, en }, ctx.locale, confirmed)] as const
    })
    const next = { ...own, ...Object.fromEntries(words) }
    const nextPlace = editedPlace(ctx, before, details)
    const changed = [
      ...Object.entries(next).flatMap(([field, value]) =>
        same(before[field as keyof EventDetails & keyof LockedEvent], value) ? [] : [field],
      ),
      ...placeFields
        .filter((field) => !same(before.venue?.[field], nextPlace[field]))
        .map((field) => `place.${field}`),
    ]
    if (changed.length === 0) return { changed, told: 0 }
    const venueId = await saveVenue(tx, before, nextPlace)
    await tx
      .update(event)
      .set({ ...next, venueId, revision: revision + 1, updatedAt: ctx.now })
      .where(and(eq(event.id, eventId), eq(event.revision, revision)))
    await recordActivity(ctx, {
      verb: 'event.edited',
      eventId,
      subjectId: eventId,
      subjectName: textIn(next.title, ctx.locale),
      details: {
        fields: changed,
        changes: changesOf(changed, flat(before, before.venue), flat(next, nextPlace)),
      },
    })
    const { endsAt } = details
    const renamedFor = renamedIn(before.title, next.title)
    const told = moved(changed, before, nextPlace)
      ? await announceMove(ctx, before, { endsAt })
      : renamedFor.length > 0
        ? await announceMove(ctx, before, { endsAt, renamedFor })
        : 0
    if (details.startsAt < before.startsAt) {
      const isPublished = before.publishedAt !== null && before.cancelledAt === null
      await endOffersByStart(ctx, { eventId, startsAt: details.startsAt, isPublished })
    }
    if (seatsMayBeFree(ctx.now, before, details)) await offerFreeSeats(ctx, eventId)
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId), pageTag.home)
    return { changed, told }
  })
}

/** The event's own fields beside those of its place, under the names that a change of them has. */
function flat(own: object, place: Partial<KnownAddress> | null): Record<string, unknown> {
  const ofPlace = placeFields.map((field) => [`place.${field}`, place?.[field]] as const)
  return { ...own, ...Object.fromEntries(ofPlace) }
}

function editedPlace(ctx: Context, before: LockedEvent, { place }: EventDetails): KnownAddress {
  return {
    name: edit(before.venue?.name ?? {}, place.name, ctx.locale, place.name.confirmed),
    address: place.address,
    city: edit(before.venue?.city ?? {}, place.city, ctx.locale, place.city.confirmed),
    country: place.country,
  }
}

/** The main venue in these words; where it is on the map counts no more once it is another place. */
async function saveVenue(tx: Transaction, before: LockedEvent, place: KnownAddress): Promise<string | null> {
  if (placeFields.every((field) => same(before.venue?.[field], place[field]))) return before.venueId
  if (!before.venue) return (await insertVenue(tx, { ...place, eventId: before.id })).id
  const unmapped = { latitude: null, longitude: null }
  await tx
    .update(venue)
    .set({ ...place, ...(placeMoved(before.venue, place) && unmapped) })
    .where(eq(venue.id, before.venue.id))
  return before.venue.id
}

/** Time, zone or place are others than people were told. */
function moved(changed: string[], before: LockedEvent, place: KnownAddress): boolean {
  const plain = ['startsAt', 'endsAt', 'timeZone']
  return changed.some((field) => plain.includes(field)) || placeMoved(before.venue, place)
}

/** The languages whose readers find another title. A translation that was missing renames nothing. */
function renamedIn(before: TranslatedText, next: TranslatedText): Locale[] {
  return locales.filter(
    (locale) => textIn(before, locale) !== textIn(next, locale) && (before[locale] || !next[locale]),
  )
}

/** Nothing is offered once an event has begun, so one that is to begin after all has offers to make up for. */
function seatsMayBeFree(now: Date, before: LockedEvent, { capacity, waitlist, startsAt }: EventDetails) {
  const raised = before.capacity !== null && (capacity === null || capacity > before.capacity)
  return raised || (waitlist && !before.waitlist) || (before.startsAt <= now && startsAt > now)
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** jsonb comes back with its keys in another order than it was written. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => x.localeCompare(y)))
      : part,
  )
}
