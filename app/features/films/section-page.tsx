import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
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
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated, TranslatedProse } from '#app/ui/texts/translated.tsx'
import { listFilms } from './domain/films.server.ts'
import { getSection, listSections } from './domain/sections/sections.server.ts'
import { sectionKindName } from './film-labels.ts'
import { FilmList } from './film-list.tsx'
import { shownFilm } from './film-view.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const section = await getSection(event.id, params.section ?? '')
  const [films, sections] = await Promise.all([listFilms(event.id), listSections(event.id)])
  const own = films.filter(({ sectionId }) => sectionId === section.id)
  const path = publicPath.section(locale, event.slug, section.slug)
  const title = textIn(event.title, locale)
  const name = textIn(section.name, locale)
  const head = pageHead({
    locale,
    path,
    title: `${name} · ${title}`,
    description:
      textIn(section.description, locale) ||
      m['films.page.section-description']({ section: name, event: title, count: own.length }, { locale }),
    image: { path: publicPath.socialImage(locale, event.slug), alt: title },
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.event(locale, event.slug) },
        { name: m['films.page.title']({}, { locale }), path: publicPath.films(locale, event.slug) },
        { name, path },
      ]),
    ],
  })
  const { kind, description } = section
  return cachedPage(
    {
      event,
      section: { name: section.name, kind, description },
      films: own.map((film) => ({ ...shownFilm(film, locale), section: null })),
      others: sections.filter((one) => one.id !== section.id && one.films > 0),
      path,
      head,
    },
    { tags: [pageTag.event(event.id)] },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** One section of an edition: what it is, and its films. */
export default function SectionPage() {
  const { event, section, films, others, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <PublicEventPage event={event} path={path} current="films">
      <article className="stack loose">
        <header className="stack snug">
          {section.kind !== 'other' && <p className="label">{sectionKindName(section.kind)}</p>}
          <Translated value={section.name} as="h1" />
          <TranslatedProse value={section.description} className="prose" />
        </header>
        {films.length === 0 ? (
          <EmptyState title={m['films.page.section-empty']()} />
        ) : (
          <FilmList eventSlug={event.slug} films={films} />
        )}
        {others.length > 0 && (
          <nav className="stack snug" aria-labelledby="others">
            <h2 id="others" className="title-m">
              {m['films.page.other-sections']()}
            </h2>
            <ul className="film-sections">
              {others.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={publicPath.section(locale, event.slug, slug)}>
                    <Translated value={name} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>
          <a className="onward" href={publicPath.films(locale, event.slug)}>
            {m['films.page.all']()}
          </a>
        </p>
      </article>
    </PublicEventPage>
  )
}
