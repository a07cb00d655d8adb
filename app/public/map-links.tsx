import { m } from '#app/paraglide/messages.js'
import { type MappedPlace, mapLinks } from '#app/shared/pages/map-links.ts'

/** A place on the map that the reader chooses; nothing is fetched from any of them. */
export function MapLinks({ place }: { place: MappedPlace }) {
  const { openStreetMap, google, apple } = mapLinks(place)
  return (
    <ul className="map-links" aria-label={m['venues.public.maps']()}>
      <li>
        <a href={openStreetMap} rel="noopener">
          OpenStreetMap
        </a>
      </li>
      <li>
        <a href={google} rel="noopener">
          Google Maps
        </a>
      </li>
      <li>
        <a href={apple} rel="noopener">
          Apple Maps
        </a>
      </li>
    </ul>
  )
}
