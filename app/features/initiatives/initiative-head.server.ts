import { breadcrumbs, organizationStructured } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute, pageHead } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { InitiativeView } from './initiative-view.server.ts'

/** What the head of an initiative's page says. */
export function initiativeHead(view: InitiativeView, path: string, locale: Locale) {
  const { initiative, news } = view
  const name = textIn(initiative.name, locale)
  const feed = {
    href: publicPath.newsAtom(locale, initiative.slug),
    title: m['initiatives.feed.title']({ initiative: name }, { locale }),
    type: 'application/atom+xml',
  }
  return pageHead({
    locale,
    path,
    title: `${name} · Bàn Tròn`,
    description: textIn(initiative.summary, locale) || name,
    type: 'article',
    image: { path: publicPath.initiativeImage(locale, initiative.slug), alt: name },
    feeds: news.length > 0 ? [feed] : [],
    structured: [
      structured(view, locale),
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: m['public.home.initiatives']({}, { locale }), path: publicPath.initiatives(locale) },
        { name, path },
      ]),
    ],
  })
}

/** An initiative as search engines read it: schema.org `Project`, carried by its bodies as equals. */
function structured({ initiative, events }: InitiativeView, locale: Locale) {
  const { bornAt } = initiative
  const url = absolute(publicPath.initiative(locale, initiative.slug))
  const event = (one: { slug: string; title: InitiativeView['initiative']['name']; startsAt: Date }) => ({
    '@type': 'Event',
    name: textIn(one.title, locale),
    startDate: one.startsAt.toISOString(),
    url: absolute(publicPath.event(locale, one.slug)),
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': url,
    url,
    name: textIn(initiative.name, locale),
    description: textIn(initiative.summary, locale),
    image: [absolute(publicPath.initiativeImage(locale, initiative.slug))],
    member: initiative.bodies.map((body) => organizationStructured(body, locale)),
    ...(bornAt && { foundingDate: bornAt.startsAt.toISOString().slice(0, 10) }),
    ...((bornAt || events.length > 0) && { event: [...(bornAt ? [bornAt] : []), ...events].map(event) }),
  }
}
