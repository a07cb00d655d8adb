import { listPublishedAddresses } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listInitiativesWithCities } from '#app/features/cities/domain/cities.server.ts'
import { listFilmAddresses } from '#app/features/films/domain/films.server.ts'
import { listPublicIndices } from '#app/features/indices/domain/indices.server.ts'
import { listInitiatives } from '#app/features/initiatives/domain/initiatives.server.ts'
import { listOpenLists } from '#app/features/lists/domain/public-list.server.ts'
import { xmlText } from '#app/shared/http/xml-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { listPublicEvents } from '../domain/events.server.ts'
import { listVenuesOf } from '../domain/venues.server.ts'

type Page = { path: (lang: Locale) => string; changedAt?: Date | undefined }

/** Every public page in both languages, each naming the other (sitemaps.org with hreflang). */
export async function loader() {
  const [events, agendas, initiatives, lists, indices, withCities, withFilms] = await Promise.all([
    listPublicEvents(),
    listPublishedAddresses(),
    listInitiatives(),
    listOpenLists(),
    listPublicIndices(),
    listInitiativesWithCities(),
    listFilmAddresses(),
  ])
  const venues = await listVenuesOf(events.map((event) => event.id))
  const pages: Page[] = [{ path: publicPath.home }]
  for (const event of events) {
    const agenda = agendas.find((one) => one.eventId === event.id)
    pages.push({ path: (lang) => publicPath.event(lang, event.slug), changedAt: event.updatedAt })
    for (const { slug } of venues.get(event.id) ?? [])
      pages.push({ path: (lang) => publicPath.venue(lang, event.slug, slug), changedAt: event.updatedAt })
    pages.push(
      ...filmPages(
        event,
        withFilms.find((one) => one.eventId === event.id),
      ),
    )
    if (!agenda) continue
    const changedAt = agenda.publishedAt
    pages.push({ path: (lang) => publicPath.agenda(lang, event.slug), changedAt })
    pages.push({ path: (lang) => publicPath.speakers(lang, event.slug), changedAt })
    for (const slug of agenda.sessions)
      pages.push({ path: (lang) => publicPath.session(lang, event.slug, slug), changedAt })
    for (const slug of agenda.people)
      pages.push({ path: (lang) => publicPath.speaker(lang, event.slug, slug), changedAt })
  }
  if (initiatives.length > 0) pages.push({ path: publicPath.initiatives })
  for (const initiative of initiatives)
    pages.push({
      path: (lang) => publicPath.initiative(lang, initiative.slug),
      changedAt: initiative.updatedAt,
    })
  for (const slug of withCities) pages.push({ path: (lang) => publicPath.cities(lang, slug) })
  for (const slug of new Set(indices.map((one) => one.slug)))
    pages.push({ path: (lang) => publicPath.index(lang, slug) })
  for (const { slug, year } of indices)
    if (year !== null) pages.push({ path: (lang) => publicPath.indexEdition(lang, slug, year) })
  for (const list of lists) pages.push({ path: (lang) => publicPath.list(lang, list.slug) })
  const tags = [
    pageTag.home,
    ...events.map((event) => pageTag.event(event.id)),
    ...initiatives.map((initiative) => pageTag.initiative(initiative.id)),
    ...lists.map((list) => pageTag.list(list.id)),
  ]
  return new Response(sitemap(pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders({ tags }) },
  })
}

type WithFilms = Awaited<ReturnType<typeof listFilmAddresses>>[number]

function filmPages(
  { slug, updatedAt }: { slug: string; updatedAt: Date },
  of: WithFilms | undefined,
): Page[] {
  if (!of || of.films.length === 0) return []
  const paths: Page['path'][] = [
    (lang) => publicPath.films(lang, slug),
    ...(of.hasAwards ? [(lang: Locale) => publicPath.awards(lang, slug)] : []),
    ...of.films.map(
      (film): Page['path'] =>
        (lang) =>
          publicPath.film(lang, slug, film),
    ),
    ...of.sections.map(
      (section): Page['path'] =>
        (lang) =>
          publicPath.section(lang, slug, section),
    ),
  ]
  return paths.map((path) => ({ path, changedAt: updatedAt }))
}

function sitemap(pages: readonly Page[]): string {
  const url = (page: Page, lang: Locale) => {
    const others = locales.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${other}" href="${xmlText(absolute(page.path(other)))}"/>`,
    )
    const changed = page.changedAt ? `<lastmod>${page.changedAt.toISOString()}</lastmod>` : ''
    return `<url><loc>${xmlText(absolute(page.path(lang)))}</loc>${changed}${others.join('')}</url>`
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => locales.map((lang) => url(page, lang))).join('\n')}
</urlset>
`
}
