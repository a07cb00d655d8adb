import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { getPublicIndex } from './domain/indices.server.ts'
import { writeEditions } from './domain/tables/write-edition.ts'
import { indexJson } from './index-json.server.ts'

/** An index as a table or as data: `pai.csv`, `pai.json`. Its bare name leads to its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, slug, kind] = /^([a-z0-9-]+)\.(csv|json)$/.exec(params.file ?? '') ?? []
  if (slug === undefined) {
    if (!/^[a-z0-9-]{1,80}$/.test(params.file ?? '')) throw new Refusal('index-missing', 'missing')
    return redirect(`/${requestStore().locale}${new URL(request.url).pathname}`, {
      headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'no-store' },
    })
  }
  const { locale } = feedContext(request)
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
