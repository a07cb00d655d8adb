import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
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
import { searchedWords } from '#app/shared/searched-words.server.ts'
import { formatCount, formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Pager } from '#app/ui/shell/pager.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { codeName } from './domain/codes/named-codes.ts'
import {
  chosenFilms,
  dayKey,
  filmQueryAt,
  pageOf,
  readFilmQuery,
  screeningsByFilm,
} from './domain/film-choice.ts'
import { type ListedFilm, listFilms } from './domain/films.server.ts'
import { listSections } from './domain/sections/sections.server.ts'
import { FilmList } from './film-list.tsx'
import { shownFilm } from './film-view.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const query = readFilmQuery(new URL(request.url).searchParams)
  const [films, sections, words] = await Promise.all([
    listFilms(event.id),
    listSections(event.id),
    searchedWords(query.q),
  ])
  const screenings = screeningsByFilm(agenda.sessions)
  const chosen = chosenFilms(films, { query, words, screenings, timeZone: event.timeZone })
  const found = pageOf(chosen, query.page)
  const path = publicPath.films(locale, event.slug)
  const title = textIn(event.title, locale)
  const own = m['films.page.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${own}: ${title} · Bàn Tròn`,
    description: m['films.page.description']({ event: title, count: films.length }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: own, path },
      ]),
    ],
  })
  const shown = [...screenings].filter(([id]) => films.some((film) => film.id === id))
  const days = daysOf(
    shown.flatMap(([, sessions]) => sessions),
    event.timeZone,
    locale,
  )
  return cachedPage(
    {
      event,
      query,
      all: films.length,
      found: { ...found, rows: found.rows.map((film) => shownFilm(film, locale)) },
      sections: sections
        .filter(({ films: count }) => count > 0)
        .map(({ slug, name, films: count }) => ({ slug, name, count })),
      countries: countriesOf(films, locale),
      days,
      path,
      head,
    },
    { tags: [pageTag.event(event.id)] },
  )
}

/** The countries that films come from, by name, as the language sorts them. */
function countriesOf(films: readonly ListedFilm[], locale: Locale) {
  const codes = [...new Set(films.flatMap(({ countries }) => countries))]
  const named = codes.map((code) => ({ value: code, label: codeName('region', code, locale) }))
  return named.sort((a, b) => a.label.localeCompare(b.label, locale))
}

function daysOf(sessions: readonly { startsAt: string }[], timeZone: string, locale: Locale) {
  const byDay = new Map(sessions.map(({ startsAt }) => [dayKey(startsAt, timeZone), startsAt]))
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, at]) => ({ value, label: formatDay(new Date(at), timeZone, locale) }))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** The films of an edition, to search and to narrow by section, country and day. */
export default function FilmsPage() {
  const { event, query, all, found, sections, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const at = (page: number) => (page < 1 || page > found.last ? null : `${path}${filmQueryAt(query, page)}`)
  const isAsked = filmQueryAt(query, 1) !== ''
  return (
    <PublicEventPage event={event} path={path} query={filmQueryAt(query, query.page)} current="films">
      <div className="stack loose">
        <header className="stack snug">
          <h1>{m['films.page.title']()}</h1>
          {!isAsked && sections.length > 0 && (
            <nav aria-label={m['films.page.sections']()}>
              <ul className="film-sections">
                {sections.map(({ slug, name, count }) => (
                  <li key={slug}>
                    <a href={publicPath.section(locale, event.slug, slug)}>
                      <Translated value={name} />
                    </a>{' '}
                    <span className="soft figures">{formatCount(count, locale)}</span>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {all > 0 && <Search />}
        </header>
        {isAsked && (
          <p role="status">
            {m['films.page.found']({ count: found.total, total: formatCount(found.total, locale) })}
          </p>
        )}
        {found.total === 0 ? (
          <EmptyState title={all === 0 ? m['films.page.empty']() : m['films.page.none']()} />
        ) : (
          <FilmList eventSlug={event.slug} films={found.rows} />
        )}
        {found.last > 1 && (
          <Pager previous={at(found.page - 1)} next={at(found.page + 1)}>
            {m['public.find.page']({ page: String(found.page), last: String(found.last) })}
          </Pager>
        )}
      </div>
    </PublicEventPage>
  )
}

function Search() {
  const { query, sections, countries, days, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const { section, country, day } = query
  const bySection = sections.map(({ slug, name }) => ({ value: slug, label: textIn(name, locale) }))
  return (
    <SearchForm
      address={path}
      q={query.q}
      label={m['films.page.search']()}
      isFiltered={filmQueryAt(query, 1) !== ''}
    >
      <details className="event-filters" open={[section, country, day].some((one) => one !== null)}>
        <summary>{m['films.page.filters']()}</summary>
        <div className="event-filter-fields">
          {bySection.length > 0 && (
            <SelectField
              name="section"
              label={m['films.facts.section']()}
              placeholder={m['films.page.any-section']()}
              defaultValue={section ?? ''}
              options={bySection}
            />
          )}
          {countries.length > 0 && (
            <SelectField
              name="country"
              label={m['films.facts.countries']()}
              placeholder={m['films.page.any-country']()}
              defaultValue={country ?? ''}
              options={countries}
            />
          )}
          {days.length > 0 && (
            <SelectField
              name="day"
              label={m['films.page.day']()}
              placeholder={m['films.page.any-day']()}
              defaultValue={day ?? ''}
              options={days}
            />
          )}
        </div>
      </details>
    </SearchForm>
  )
}
