import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { sessionPlace } from '#app/features/calendar/domain/session-entry.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedRoom } from '#db/schema/agenda-snapshot.ts'

type Venue = Parameters<typeof placeText>[0] & {
  slug: string
  isMain: boolean
  roomIds: readonly string[]
  latitude: number | null
  longitude: number | null
}

/** The address of a session as it was published, and the page of its venue, where that still has the room. */
export type SessionWhere = { address: string; venue: string | null }

export function sessionWhere(
  event: { venue: Parameters<typeof placeText>[0] | null },
  room: PublishedRoom | undefined,
  venues: readonly Venue[],
  locale: Locale,
): SessionWhere {
  const { venue = null, place } = room ?? {}
  const eventPlace = event.venue ? placeText(event.venue, locale) : ''
  const address = sessionPlace({ room: null, venue, ...(place && { place }) }, locale, eventPlace)
  return { address, venue: venueOf(room, venues)?.slug ?? null }
}

/** The venue that has a published room today; what has no room is at the main one. */
export function venueOf<V extends Pick<Venue, 'isMain' | 'roomIds'>>(
  room: Pick<PublishedRoom, 'id'> | undefined,
  venues: readonly V[],
): V | undefined {
  return venues.find((one) => (room ? one.roomIds.includes(room.id) : one.isMain))
}

/** Where a published room is on the map; nowhere once its venue is called otherwise than the agenda says. */
export function roomOnMap(room: PublishedRoom | undefined, venues: readonly Venue[]) {
  const found = venueOf(room, venues)
  if (!found || found.latitude === null || found.longitude === null) return null
  const said = room?.place ? textIn(room.place, 'vi') : null
  const isSame = said === null ? found.isMain || !room?.venue : said === placeText(found, 'vi')
  return isSame ? { latitude: found.latitude, longitude: found.longitude } : null
}
