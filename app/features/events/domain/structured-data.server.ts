import { Temporal } from 'temporal-polyfill'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { mapLinks } from '#app/shared/pages/map-links.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { EntryTerms, Locale } from '#app/shared/vocabulary.ts'
import type { PublishedPerson } from '#db/schema/agenda-snapshot.ts'
import type { PublicEvent, PublicHost } from './events.server.ts'
import type { StoredVenue } from './venues.server.ts'

type Structured = Record<string, unknown>
const context = 'https://schema.org'

/** An event as search engines read it: schema.org `Event`, with hosts as equal organizers. */
export function eventStructured(
  event: PublicEvent,
  people: readonly PublishedPerson[],
  locale: Locale,
): Structured {
  const url = absolute(publicPath.event(locale, event.slug))
  return {
    '@context': context,
    '@type': event.kind === 'festival' ? 'Festival' : 'Event',
    '@id': url,
    url,
    name: textIn(event.title, locale),
    description: textIn(event.summary, locale) || textIn(event.theme, locale),
    startDate: localInstant(event.startsAt, event.timeZone),
    endDate: localInstant(event.endsAt, event.timeZone),
    eventStatus: `${context}/${event.cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${context}/OfflineEventAttendanceMode`,
    inLanguage: ['vi', 'en'],
    image: [absolute(publicPath.socialImage(locale, event.slug))],
    ...(event.venue && isNamed(event.venue) && { location: placeStructured(event.venue, locale) }),
    organizer: event.hosts.map((host) => organizationStructured(host, locale)),
    // At a festival these are guests of its talks; its performers are the films'.
    ...(people.length > 0 &&
      event.kind !== 'festival' && {
        performer: people.map((person) => ({
          '@type': 'Person',
          name: person.name,
          url: absolute(publicPath.speaker(locale, event.slug, person.slug)),
        })),
      }),
    ...(event.entry && entryStructured(event.entry, event.ticketsUrl)),
    ...(event.parent && {
      superEvent: {
        '@type': 'Festival',
        name: textIn(event.parent.title, locale),
        url: absolute(publicPath.event(locale, event.parent.slug)),
      },
    }),
  }
}

/** A speaker: schema.org `Person`, with only what the page shows. */
export function personStructured(event: PublicEvent, person: PublishedPerson, locale: Locale): Structured {
  const words = (field: 'honorific' | 'position' | 'affiliation' | 'biography') =>
    textIn(person[field], locale)
  return {
    '@context': context,
    '@type': 'Person',
    name: person.name,
    url: absolute(publicPath.speaker(locale, event.slug, person.slug)),
    ...(words('honorific') && { honorificPrefix: words('honorific') }),
    ...(words('position') && { jobTitle: words('position') }),
    ...(words('affiliation') && { affiliation: { '@type': 'Organization', name: words('affiliation') } }),
    ...(words('biography') && { description: words('biography') }),
  }
}

export function organizationStructured(host: PublicHost, locale: Locale): Structured {
  return {
    '@type': 'Organization',
    name: textIn(host.name, locale),
    ...(host.website && { url: host.website }),
  }
}

/** A venue of an event: schema.org `Place`, and what of it helps whoever cannot climb steps. */
export function venueStructured(event: PublicEvent, venue: StoredVenue, locale: Locale): Structured {
  const url = absolute(publicPath.venue(locale, event.slug, venue.slug))
  const { openStreetMap } = mapLinks({ ...venue, text: placeText(venue, locale) })
  const features = [
    { name: 'Step-free access', value: venue.stepFree && venue.stepFree === 'yes' },
    { name: 'Lift', value: venue.lift && venue.lift === 'yes' },
  ].filter(({ value }) => value !== null)
  return {
    '@context': context,
    '@id': url,
    url,
    ...placeStructured(venue, locale),
    hasMap: openStreetMap,
    ...(features.length > 0 && {
      amenityFeature: features.map((one) => ({ '@type': 'LocationFeatureSpecification', ...one })),
    }),
  }
}

/** The way to a page from the first page: schema.org `BreadcrumbList`. */
export function breadcrumbs(steps: readonly { name: string; path: string }[]): Structured {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: absolute(path),
    })),
  }
}

/** What it costs is claimed only where the hosts say it: an invitation says nothing of money. */
function entryStructured(entry: EntryTerms, ticketsUrl: string | null): Structured {
  if (entry === 'invitation') return {}
  return {
    isAccessibleForFree: entry === 'free',
    ...(ticketsUrl && { offers: { '@type': 'Offer', url: ticketsUrl } }),
  }
}

/** A place of which nothing is known yet says nothing. */
function isNamed({ name, city, address }: NonNullable<PublicEvent['venue']>): boolean {
  return address !== '' || [name, city].some((text) => Object.values(text).some((words) => words !== ''))
}

function placeStructured(venue: NonNullable<PublicEvent['venue']>, locale: Locale): Structured {
  return {
    '@type': 'Place',
    ...(textIn(venue.name, locale) && { name: textIn(venue.name, locale) }),
    address: {
      '@type': 'PostalAddress',
      ...(venue.address && { streetAddress: venue.address }),
      ...(textIn(venue.city, locale) && { addressLocality: textIn(venue.city, locale) }),
      ...(venue.country && { addressCountry: venue.country }),
    },
    ...(venue.latitude !== null &&
      venue.longitude !== null && {
        geo: { '@type': 'GeoCoordinates', latitude: venue.latitude, longitude: venue.longitude },
      }),
  }
}

/** `2025-03-11T18:00:00-04:00`: the event's own clock and how far it is from UTC on that day. */
export function localInstant(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toString({
    timeZone,
    smallestUnit: 'second',
  })
}
