import type { VenueWithRooms } from '#app/features/events/domain/venues.server.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Venue = Pick<VenueWithRooms, 'id' | 'name' | 'address' | 'roomIds'>

/** The venues of an event as a room's form offers them, the main one first. */
export function venueChoices(venues: readonly Venue[], locale: Locale) {
  return venues.map(({ id, name, address }) => ({ value: id, label: textIn(name, locale) || address || '—' }))
}

/** Rooms under the venues that they are in; venues without any are left out. Without venues they stand alone. */
export function roomsByVenue<Room extends { id: string }>(rooms: readonly Room[], venues: readonly Venue[]) {
  const byId = new Map(rooms.map((room) => [room.id, room]))
  const nowhere: TranslatedText = {}
  const houses = venues.map(({ id, name, address, roomIds }) => ({
    id,
    name: name.vi || name.en ? name : { vi: address, en: address },
    rooms: roomIds.flatMap((roomId) => byId.get(roomId) ?? []),
  }))
  const placed = new Set(venues.flatMap((venue) => venue.roomIds))
  const rest = { id: '', name: nowhere, rooms: rooms.filter((room) => !placed.has(room.id)) }
  return [...houses, rest].filter((house) => house.rooms.length > 0)
}
