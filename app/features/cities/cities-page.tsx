import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { getInitiative } from '#app/features/initiatives/domain/initiatives.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { citiesView } from './cities-view.server.ts'
import { CitySection } from './city-section.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const { locale } = ctx
  const initiative = await getInitiative(params.initiative ?? '')
  const { id, slug, name, bornAt } = initiative
  const view = await citiesView(ctx, { id, slug }, new URL(request.url).searchParams.get('year'))
  if (!view) throw new Refusal('missing', 'missing')
  const { changesAt, ...shown } = view
  // The present year is today's page under another address.
  const other = view.year === ctx.now.getUTCFullYear() ? null : view.year
  const path = publicPath.cities(locale, slug, other ?? undefined)
  const title = textIn(name, locale)
  const label = m['cities.page.title']({}, { locale })
  const head = pageHead({
    locale,
    path,
    title: `${label}${view.year === null ? '' : ` ${view.year}`} · ${title}`,
    description: m['cities.page.description'](
      { initiative: title, cities: view.cities.map((city) => textIn(city.name, locale)).join(', ') },
      { locale },
    ),
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: title, path: publicPath.initiative(locale, slug) },
        { name: label, path: publicPath.cities(locale, slug) },
      ]),
    ],
  })
  const page = { view: shown, name, accent: bornAt?.accent ?? null, head }
  const own = publicPath.cities(locale, slug, view.year ?? undefined)
  return cachedPage({ ...page, own }, { tags: [pageTag.initiative(id)], changesAt }, ctx.now)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** The cities of an initiative, today or in a year. */
export default function CitiesPage() {
  const { view, name, accent, own } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <PublicPage
      languages={{ vi: inLanguage(own, 'vi'), en: inLanguage(own, 'en') }}
      accent={accent}
      nav={[{ href: publicPath.home(locale), label: m['public.nav.home']() }]}
      footer={publicFooter()}
    >
      <article className="stack airy">
        <header className="stack snug">
          <p className="label">
            <a href={publicPath.initiative(locale, view.slug)}>
              <Translated value={name} />
            </a>
          </p>
          <h1>{m['cities.page.title']()}</h1>
          <p className="lede">
            {view.year === null
              ? m['cities.page.lead-today']({ count: view.cities.length })
              : m['cities.page.lead-year']({ count: view.cities.length, year: String(view.year) })}
          </p>
        </header>
        <CitySection view={view} />
      </article>
    </PublicPage>
  )
}
