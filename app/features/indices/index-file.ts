import type { LoaderFunctionArgs } from '@remix-run/node'
import { loader as toReadersLanguage } from '#app/features/events/language-redirect.ts'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { getPublicIndex } from './domain/indices.server.ts'
import { writeEditions } from './domain/tables/write-edition.ts'
import { indexJson } from './index-json.server.ts'

/** An index as a table or as data: `pai.csv`, `pai.json`. Its bare name leads to its page. */
export async function loader(args: LoaderFunctionArgs) {
  const [, slug, kind] = /^([a-z0-9-]+)\.(csv|json)$/.exec(args.params.file ?? '') ?? []
  if (slug === undefined) return toReadersLanguage(args)
  const { locale } = feedContext(args.request)
  const of = await getPublicIndex(slug)
  const headers = {
    'Content-Language': locale,
    'Access-Control-Allow-Origin': '*',
    ...cacheHeaders({ tags: [pageTag.initiative(of.initiative.id)] }),
  }
  if (kind === 'json') {
    return new Response(JSON.stringify(indexJson(of, locale)), {
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    })
  }
  const { header, rows } = writeEditions(of.editions)
  return new Response(`\uFEFF${csvLines([header, ...rows])}`, {
    headers: {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${slug}.csv"`,
    },
  })
}
