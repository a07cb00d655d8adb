import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { breadcrumbs } from '#app/features/events/domain/structured-data.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getPublicIndex } from './domain/indices.server.ts'
import { UnitStory } from './unit-story.tsx'
import { unitView } from './unit-view.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const of = await getPublicIndex(params.index ?? '')
  const present = now.getUTCFullYear()
  const asked = new URL(request.url).searchParams.get('year')
  const view = unitView(of, { key: params.unit ?? '', asked, present })
  const { index, unit, year, isAsked } = view
  const path = publicPath.indexUnit(locale, index.slug, unit.key, isAsked ? year : undefined)
  const [name, ofIndex] = [textIn(unit.name, locale), textIn(index.name, locale)]
  const head = pageHead({
    locale,
    path,
    title: `${name}${isAsked ? ` ${year}` : ''} · ${ofIndex}`,
    description: m['indices.unit.description']({ name, index: ofIndex, year: String(year) }, { locale }),
    structured: [
      breadcrumbs([
        { name: m['public.nav.home']({}, { locale }), path: publicPath.home(locale) },
        { name: ofIndex, path: publicPath.index(locale, index.slug) },
        { name, path: publicPath.indexUnit(locale, index.slug, unit.key) },
      ]),
    ],
  })
  const changesAt = [new Date(Date.UTC(present + 1, 0, 1))]
  return cachedPage({ view, path, head }, { tags: [pageTag.initiative(of.initiative.id)], changesAt }, now)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

/** One thing of an index through the years, and through what it went on in. */
export default function UnitPage() {
  const { view, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const { index, unit } = view
  return (
    <PublicPage
      languages={{ vi: inLanguage(path, 'vi'), en: inLanguage(path, 'en') }}
      nav={[{ href: publicPath.initiatives(locale), label: m['public.home.initiatives']() }]}
      footer={publicFooter()}
    >
      <article className="stack airy">
        <header className="stack snug measure">
          <p className="label">
            <a href={publicPath.index(locale, index.slug)}>
              <Translated value={index.name} />
            </a>
          </p>
          <Translated value={unit.name} as="h1" />
        </header>
        <UnitStory view={view} />
      </article>
    </PublicPage>
  )
}
