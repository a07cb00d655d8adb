import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { localInstant } from '#app/features/events/domain/structured-data.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { CreditRole, Locale } from '#app/shared/vocabulary.ts'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import type { OneFilm } from './films.server.ts'

type Structured = Record<string, unknown>
const context = 'https://schema.org'

/** A film as search engines read it: schema.org `Movie`, with only what the page shows. */
export function movieStructured(event: PublicEvent, film: OneFilm, locale: Locale): Structured {
  const url = absolute(publicPath.film(locale, event.slug, film.slug))
  const name = textIn(filmTitle(film), locale)
  const others = [film.title.vi, film.title.en, film.originalTitle].filter((one) => one && one !== name)
  const people = (role: CreditRole) =>
    film.credits.filter((one) => one.role === role).map((one) => ({ '@type': 'Person', name: one.name }))
  const [director, actor, producer] = [people('director'), people('cast'), people('producer')]
  return {
    '@context': context,
    '@type': 'Movie',
    '@id': url,
    url,
    name,
    ...(others.length > 0 && { alternateName: [...new Set(others)] }),
    ...(textIn(film.synopsis, locale) && { description: textIn(film.synopsis, locale) }),
    ...(film.countries.length > 0 && {
      countryOfOrigin: film.countries.map((code) => ({ '@type': 'Country', name: code })),
    }),
    ...(film.year && { dateCreated: String(film.year) }),
    ...(film.minutes && { duration: `PT${film.minutes}M` }),
    ...(film.languages.length > 0 && { inLanguage: film.languages }),
    ...(film.subtitles.length > 0 && { subtitleLanguage: film.subtitles }),
    ...(film.rating && { contentRating: film.rating }),
    ...(director.length > 0 && { director }),
    ...(actor.length > 0 && { actor }),
    ...(producer.length > 0 && { producer }),
    ...(film.stills.length > 0 && {
      image: film.stills.map(({ id }) => absolute(`/pictures/${id}/press.jpg`)),
    }),
  }
}

type Screening = { session: PublishedSession; room: string; address: string }

/** A screening: schema.org `ScreeningEvent`, which shows the film and belongs to the festival. */
export function screeningStructured(
  event: PublicEvent,
  film: OneFilm,
  { session, room, address }: Screening,
  locale: Locale,
): Structured {
  const url = absolute(publicPath.session(locale, event.slug, session.slug))
  return {
    '@context': context,
    '@type': 'ScreeningEvent',
    '@id': url,
    url,
    name: textIn(session.title, locale),
    startDate: localInstant(new Date(session.startsAt), event.timeZone),
    endDate: localInstant(new Date(session.endsAt), event.timeZone),
    eventStatus: `${context}/${event.cancelledAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${context}/OfflineEventAttendanceMode`,
    ...((room || address) && {
      location: { '@type': 'Place', name: room || address, ...(address && { address }) },
    }),
    ...(film.subtitles.length > 0 && { subtitleLanguage: film.subtitles }),
    workPresented: { '@id': absolute(publicPath.film(locale, event.slug, film.slug)) },
    superEvent: { '@id': absolute(publicPath.event(locale, event.slug)) },
  }
}
