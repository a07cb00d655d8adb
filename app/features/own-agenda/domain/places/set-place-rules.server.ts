import { inArray } from 'drizzle-orm'
import { listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { listGuestCategories } from '#app/features/registration/domain/categories.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { passTrack, placeRules } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getPlaceRules } from './get-place-rules.server.ts'
import type { PlaceRules } from './place-rules.ts'

/**
 * Sets how many seats in sessions a guest may have and what their category opens, unless somebody saved others than
 * `seen` meanwhile. What guests have already stays theirs. Answers whether anything changed.
 */
export async function setPlaceRules(
  ctx: Context,
  { eventId, seen, rules }: { eventId: string; seen: PlaceRules; rules: PlaceRules },
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getPlaceRules(eventId)
    if (!sameValue(inOrder(before), inOrder(seen))) throw new SavedByOther(before)
    const categories = (await listGuestCategories(eventId)).map(({ id }) => id)
    const tracks = (await listTracks(eventId)).map(({ id }) => id)
    const rows = Object.entries(rules.opens).flatMap(([categoryId, trackIds]) =>
      trackIds.map((trackId) => ({ categoryId, trackId })),
    )
    if (rows.some((row) => !categories.includes(row.categoryId) || !tracks.includes(row.trackId))) {
      throw new Refusal('missing', 'missing')
    }
    if (sameValue(inOrder(before), inOrder(rules))) return false
    const { perGuest, perSession } = rules
    const values = { perGuest, perSession }
    await tx
      .insert(placeRules)
      .values({ eventId, ...values })
      .onConflictDoUpdate({ target: placeRules.eventId, set: values })
    await tx.delete(passTrack).where(inArray(passTrack.categoryId, categories))
    if (rows.length > 0) await tx.insert(passTrack).values(rows)
    await recordActivity(ctx, { verb: 'places.ruled', eventId, details: { perGuest, perSession } })
    return true
  })
}

function inOrder({ opens, perGuest, perSession }: PlaceRules) {
  const some = Object.entries(opens).filter(([, tracks]) => tracks.length > 0)
  const sorted = some.map(([id, tracks]) => [id, [...tracks].sort()] as const)
  return { perGuest, perSession, opens: sorted.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
