import type { LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { xmlText } from '#app/shared/http/xml-text.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { getInitiative, type PublicInitiative } from '../domain/initiatives.server.ts'
import { findInitiativeParts, type News } from '../domain/parts/initiative-parts.server.ts'

/** The news of an initiative for feed readers (RFC 4287). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const initiative = await getInitiative(params.initiative ?? '')
  const { news } = await findInitiativeParts(initiative.id)
  return new Response(atom(initiative, news, locale), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Content-Language': locale,
      ...cacheHeaders({ tags: [pageTag.initiative(initiative.id)] }),
    },
  })
}

function atom(initiative: PublicInitiative, news: readonly News[], locale: Locale): string {
  const self = absolute(publicPath.newsAtom(locale, initiative.slug))
  const page = absolute(publicPath.initiative(locale, initiative.slug))
  const name = textIn(initiative.name, locale)
  const changed = [initiative.updatedAt, ...news.map((one) => new Date(one.updatedAt))]
  const newest = new Date(Math.max(...changed.map((at) => at.getTime())))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${xmlText(self)}</id>
<title>${xmlText(m['initiatives.feed.title']({ initiative: name }, { locale }))}</title>
<updated>${newest.toISOString()}</updated>
<author><name>${xmlText(initiative.bodies.map((body) => textIn(body.name, locale)).join(', ') || 'Bàn Tròn')}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${news.map((one) => entry(one, page, locale)).join('\n')}
</feed>
`
}

function entry({ id, title, body, publishedAt, updatedAt }: News, page: string, locale: Locale): string {
  const { text, lang } = readPlain(title, locale)
  const words = readPlain(body, locale)
  return `<entry xml:lang="${lang}">
<id>urn:uuid:${id}</id>
<title>${xmlText(text)}</title>
<published>${new Date(publishedAt).toISOString()}</published>
<updated>${new Date(updatedAt).toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(`${page}#news-${id}`)}"/>
<content xml:lang="${words.lang}">${xmlText(words.text || text)}</content>
</entry>`
}
