import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { sessionWhere } from '#app/features/agenda/domain/session-where.ts'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { listAwardsOfFilm } from './domain/awards/awards.server.ts'
import { codeNames } from './domain/codes/named-codes.ts'
import { screeningsByFilm } from './domain/film-choice.ts'
import { movieStructured, screeningStructured } from './domain/film-structured.server.ts'
import { getFilm } from './domain/films.server.ts'
import { OriginalTitle } from './film-list.tsx'
import { FilmAwards, FilmCredits, FilmDescription, FilmStills } from './film-story.tsx'
import { Screenings } from './screenings.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda, venues } = await getEventWithAgenda(params.event ?? '')
  const film = await getFilm(event.id, params.film ?? '')
  const awards = await listAwardsOfFilm(film.id)
  const screenings = screeningsByFilm(agenda.sessions).get(film.id) ?? []
  const path = publicPath.film(locale, event.slug, film.slug)
  const title = textIn(event.title, locale)
  const name = textIn(filmTitle(film), locale)
  const [still] = film.stills
  const directors = film.credits.filter(({ role }) => role === 'director').map((one) => one.name)
  const head = pageHead({
    locale,
    path,
    title: `${name} · ${title}`,
    description:
      textIn(film.synopsis, locale) || [name, directors.join(', '), title].filter(Boolean).join(' · '),
    type: 'article',
    image: still
      ? { path: `/pictures/${still.id}/press.jpg`, alt: textIn(still.alt, locale) }
      : { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      movieStructured(event, film, locale),
      ...screenings.map((session) => {
        const room = agenda.rooms.find(({ id }) => id === session.roomId)
        const { address } = sessionWhere(event, room, venues, locale)
        return screeningStructured(
          event,
          film,
          { session, room: textIn(room?.name, locale), address },
          locale,
        )
      }),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: m['films.page.title']({}, { locale }), path: publicPath.films(locale, event.slug) },
        { name, path },
      ]),
    ],
  })
  const named = {
    countries: codeNames('region', film.countries, locale),
    languages: codeNames('language', film.languages, locale),
    subtitles: codeNames('language', film.subtitles, locale),
  }
  // Of the people only those of the agenda have a page.
  const pages = film.credits
    .filter(({ personId }) => agenda.people.some(({ id }) => id === personId))
    .map(({ personId }) => personId)
  return cachedPage(
    {
      event,
      agenda: { ...agenda, sessions: [] },
      film: { ...film, ...named },
      screenings,
      awards,
      pages,
      path,
      head,
    },
    { tags: [pageTag.event(event.id)] },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** A film of an edition: what it is, who made it, and when it is shown. */
export default function FilmPage() {
  const { event, agenda, film, screenings, awards, pages, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const directors = film.credits.filter(({ role }) => role === 'director')
  return (
    <PublicEventPage event={event} path={path} current="films">
      <article className="stack loose">
        <header className="stack snug">
          {film.section && (
            <p className="label">
              <a className="quiet-link" href={publicPath.section(locale, event.slug, film.section.slug)}>
                <Translated value={film.section.name} />
              </a>
            </p>
          )}
          <Translated value={filmTitle(film)} as="h1" />
          <OriginalTitle film={film} />
          {directors.length > 0 && (
            <p className="lede">
              {directors.map(({ personId, name }, at) => (
                <span key={personId}>
                  {at > 0 && ', '}
                  <PersonName name={name} />
                </span>
              ))}
            </p>
          )}
        </header>
        <FilmStills stills={film.stills} />
        <div className="film-body">
          <div className="stack loose">
            <TranslatedProse value={film.synopsis} className="prose" />
            {film.trailerUrl && (
              <p>
                <ButtonLink variant="quiet" href={film.trailerUrl} rel="noopener">
                  {m['films.page.trailer']({ site: new URL(film.trailerUrl).hostname.replace(/^www\./, '') })}
                </ButtonLink>
              </p>
            )}
            <section className="stack snug" aria-labelledby="screenings">
              <h2 id="screenings">{m['films.page.screenings']()}</h2>
              <Screenings event={event} agenda={agenda} screenings={screenings} filmId={film.id} />
            </section>
          </div>
          <div className="stack loose">
            <FilmAwards eventSlug={event.slug} awards={awards} />
            <FilmDescription film={film} />
            <FilmCredits eventSlug={event.slug} credits={film.credits} pages={pages} />
          </div>
        </div>
      </article>
    </PublicEventPage>
  )
}
