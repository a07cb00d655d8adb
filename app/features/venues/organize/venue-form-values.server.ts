import type { output } from 'zod/mini'
import type { OneVenue } from '#app/features/venues/domain/find-venue.server.ts'
import type { VenueDetails } from '#app/features/venues/domain/venue-details.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import type { venueSchema } from './venue-form.schema.ts'

/** The stored venue as its form shows it. */
export function venueFormValues(stored: OneVenue): FormValues {
  const degrees = (value: number | null) => (value === null ? '' : String(value))
  return {
    name: inBoth(stored.name),
    address: stored.address,
    city: inBoth(stored.city),
    country: stored.country,
    latitude: degrees(stored.latitude),
    longitude: degrees(stored.longitude),
    wayThere: inBoth(stored.wayThere),
    entrance: inBoth(stored.entrance),
    parking: inBoth(stored.parking),
    stepFree: stored.stepFree ?? '',
    lift: stored.lift ?? '',
    isMain: stored.isMain ? 'on' : '',
  }
}

export function venueDetailsOf({ isMain, ...typed }: output<typeof venueSchema>): VenueDetails {
  return {
    ...typed,
    country: typed.country.toUpperCase(),
    stepFree: typed.stepFree || null,
    lift: typed.lift || null,
  }
}
