import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { MapLinks } from '#app/public/map-links.tsx'
import { liftName, stepFreeName } from '#app/public/venue-labels.ts'
import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { heldTogether } from '#app/shared/time/line-breaks.ts'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { VenueWithRooms } from '../domain/venues.server.ts'

type FactPlacesProps = { event: { slug: string }; venues: readonly VenueWithRooms[] }

/** Where the event is held, on the map of the reader's choice, and which other houses it has. */
export function FactPlaces({ event, venues }: FactPlacesProps) {
  const locale = getLocale()
  const known = venues.filter((venue) => placeText(venue, locale) !== '')
  const [main, ...others] = known
  if (!main) return m['public.event.place-open']()
  const page = (slug: string) => publicPath.venue(locale, event.slug, slug)
  const address = placeText({ ...main, name: {} }, locale)
  const isNamed = Boolean(main.name.vi || main.name.en)
  return (
    <>
      <address>
        <a href={page(main.slug)}>{isNamed ? <Translated value={main.name} /> : heldTogether(address)}</a>
        {isNamed && address && <span className="place-line">{heldTogether(address)}</span>}
      </address>
      <MapLinks place={{ ...main, text: placeText(main, locale) }} />
      {others.length > 0 && (
        <ul className="fact-lines" aria-label={m['venues.public.others']()}>
          {others.map((venue) => (
            <li key={venue.id}>
              <a href={page(venue.slug)}>
                {venue.name.vi || venue.name.en ? (
                  <Translated value={venue.name} />
                ) : (
                  withoutMarks(venue.address)
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** How one gets to the main house and in, in few words; its page says the rest. Nothing where nobody has said it. */
export function FactAccess({ venue }: { venue: VenueWithRooms }) {
  const { wayThere, stepFree, lift } = venue
  return (
    <>
      <TranslatedProse value={wayThere} className="fact-prose" />
      {stepFree && (
        <span className="place-line">
          {m['venues.form.step-free']()}: {stepFreeName(stepFree)}
        </span>
      )}
      {lift && (
        <span className="place-line">
          {m['venues.form.lift']()}: {liftName(lift)}
        </span>
      )}
    </>
  )
}
