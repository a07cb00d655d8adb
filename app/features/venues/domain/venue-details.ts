import type { Place, PlaceAccess } from '#app/features/events/domain/event-details.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

/** Everything that organizers write about a venue. */
export type VenueDetails = Place & PlaceAccess

export const venueWordFields = ['name', 'city', 'wayThere', 'entrance', 'parking'] as const

/** The same as it is stored. */
export type WrittenVenue = Record<(typeof venueWordFields)[number], TranslatedText> &
  Omit<VenueDetails, (typeof venueWordFields)[number]>

/** What is written of a venue, without its address on our pages and its place among the others. */
export function writtenIn(venue: WrittenVenue): WrittenVenue {
  const { name, address, city, country, latitude, longitude, wayThere, entrance, parking } = venue
  const { stepFree, lift } = venue
  return {
    name,
    address,
    city,
    country,
    latitude,
    longitude,
    wayThere,
    entrance,
    parking,
    stepFree,
    lift,
  }
}
