import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import type { VenueWithRooms } from '#app/features/events/domain/venues.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'

type Venue = Pick<VenueWithRooms, 'id' | 'slug' | 'name' | 'address' | 'city' | 'country'>
type VenueListProps = { event: { slug: string }; venues: readonly Venue[] }

/** Every place of an event with its address, each leading to its page. Silent where no place is known yet. */
export function VenueList({ event, venues }: VenueListProps) {
  const locale = getLocale()
  const named = venues.filter((venue) => placeText(venue, locale) !== '')
  if (named.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="venues">
      <h2 className="title-m" id="venues">
        {named.length > 1 ? m['venues.public.all']() : m['venues.public.label']()}
      </h2>
      <ul className="venue-list">
        {named.map((venue) => {
          const address = placeText({ ...venue, name: {} }, locale)
          return (
            <li key={venue.id}>
              <a href={publicPath.venue(locale, event.slug, venue.slug)}>
                {textIn(venue.name, locale) || address}
              </a>
              {textIn(venue.name, locale) && address && <span className="place-line">{address}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
