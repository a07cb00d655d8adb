import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getLocale } from '#app/paraglide/runtime.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getPublicIndex } from './domain/indices.server.ts'
import { EditionTable } from './edition-table.tsx'
import { editionView } from './index-view.server.ts'
import { TileGrid } from './tile-grid.tsx'

/** The latest edition alone, to stand in a frame on somebody else's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const of = await getPublicIndex(params.index ?? '')
  const view = editionView(of, { year: null, sort: null, locale })
  return cachedPage({ view, locale }, { tags: [pageTag.initiative(of.initiative.id)] })
}

export const handle = { isFramed: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.view.index.name, data.locale) : '' },
  { name: 'robots', content: 'noindex' },
]

export default function IndexEmbed() {
  const { view } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const { index, edition, tiles } = view
  const path = publicPath.index(locale, index.slug)
  return (
    <main className="embed stack" style={{ padding: '1rem' }}>
      <h1 className="title-m">
        <a href={path}>
          <Translated value={index.name} />
          {edition && ` ${edition.year}`}
        </a>
      </h1>
      <EditionTable view={view} path={path} isFramed />
      {tiles.length > 0 && <TileGrid tiles={tiles} slug={index.slug} />}
      <script src="/embed-height.js" defer />
    </main>
  )
}
