import { Refusal, type RefusalCode } from '#app/shared/errors.ts'
import type { VenueDetails } from './venue-details.ts'

type Problem = { code: RefusalCode; field: string }

/** What cannot be right about a venue, and at which field a form says so. */
export function venueProblem({ name, address, latitude, longitude }: VenueDetails): Problem | null {
  if (!name.vi && !name.en && !address) return { code: 'venue-name-missing', field: 'name.vi' }
  if ((latitude === null) !== (longitude === null)) {
    return { code: 'venue-half-on-map', field: latitude === null ? 'latitude' : 'longitude' }
  }
  if (latitude !== null && Math.abs(latitude) > 90) return { code: 'venue-off-map', field: 'latitude' }
  if (longitude !== null && Math.abs(longitude) > 180) return { code: 'venue-off-map', field: 'longitude' }
  return null
}

/** Refuses a venue that could not be right, whoever sends it. */
export function checkVenue(details: VenueDetails): void {
  const wrong = venueProblem(details)
  if (wrong) throw new Refusal(wrong.code, 'invalid', { field: wrong.field })
}
