import { eq } from 'drizzle-orm'
import { guestCategory, passTrack, placeRules } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { PlaceRules } from './place-rules.ts'

/** The rules of an event's places; none set is no limit. */
export async function getPlaceRules(eventId: string): Promise<PlaceRules> {
  const [[rules], tracks] = await Promise.all([
    database().select().from(placeRules).where(eq(placeRules.eventId, eventId)),
    database()
      .select({ categoryId: passTrack.categoryId, trackId: passTrack.trackId })
      .from(passTrack)
      .innerJoin(guestCategory, eq(guestCategory.id, passTrack.categoryId))
      .where(eq(guestCategory.eventId, eventId)),
  ])
  const opens: Record<string, string[]> = {}
  for (const { categoryId, trackId } of tracks) opens[categoryId] = [...(opens[categoryId] ?? []), trackId]
  return { perGuest: rules?.perGuest ?? null, perSession: rules?.perSession ?? null, opens }
}
