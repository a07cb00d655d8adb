import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getPublicIndex } from './domain/indices.server.ts'
import { EditionStory } from './edition-story.tsx'
import { indexHead } from './index-head.server.ts'
import { editionView } from './index-view.server.ts'

/** An index: its latest edition, or that of the year which the address names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const of = await getPublicIndex(params.index ?? '')
  const year = params.edition ?? null
  const sort = new URL(request.url).searchParams.get('sort')
  const view = editionView(of, { year, sort, locale })
  const path =
    year !== null && view.edition
      ? publicPath.indexEdition(locale, view.index.slug, view.edition.year)
      : publicPath.index(locale, view.index.slug)
  return cachedPage(
    { view, path, head: indexHead(of, view, path, locale) },
    { tags: [pageTag.initiative(of.initiative.id)] },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function IndexPage() {
  const { view, path } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const { index, initiative, years, edition } = view
  return (
    <PublicPage
      languages={{ vi: inLanguage(path, 'vi'), en: inLanguage(path, 'en') }}
      nav={[{ href: publicPath.initiatives(locale), label: m['public.home.initiatives']() }]}
      footer={publicFooter()}
    >
      <article className="stack airy">
        <header className="stack snug measure">
          <p className="label">
            <a href={publicPath.initiative(locale, initiative.slug)}>
              <Translated value={initiative.name} />
            </a>
          </p>
          <h1>
            <Translated value={index.name} />
            {edition && ` ${edition.year}`}
          </h1>
          <Translated value={index.summary} as="p" className="lede" />
          {years.length > 1 && (
            <nav className="city-years" aria-label={m['indices.page.editions']()}>
              {years.map((one) => (
                <a
                  key={one}
                  href={publicPath.indexEdition(locale, index.slug, one)}
                  aria-current={one === edition?.year ? 'page' : undefined}
                >
                  {one}
                </a>
              ))}
            </nav>
          )}
        </header>
        <EditionStory view={view} path={path} />
      </article>
    </PublicPage>
  )
}
