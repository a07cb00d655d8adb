import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { languageOf } from './imported-agenda.ts'

/** The venue that an address of a file means: one that is called so here, or a new one. Nothing where none is said. */
export async function venueAt(ctx: Context, eventId: string, address: string): Promise<string | null> {
  if (!address) return null
  const venues = await listVenues(eventId)
  const [name = '', ...rest] = address.split(/,\s*/)
  const known =
    venues.find((venue) => locales.some((locale) => placeText(venue, locale) === address)) ??
    venues.find((venue) => rest.length === 0 && locales.some((locale) => textIn(venue.name, locale) === name))
  if (known) return known.id
  const details = {
    name: { [languageOf(name) ?? 'en']: name },
    address: rest.join(', '),
    city: {},
    country: '',
    latitude: null,
    longitude: null,
    wayThere: {},
    entrance: {},
    parking: {},
    stepFree: null,
    lift: null,
  }
  return (await addVenue(ctx, { eventId, details })).id
}
