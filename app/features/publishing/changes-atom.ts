import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventTitleIn } from '#app/features/events/domain/event-title.ts'
import { getPublicEvent, type PublicEvent } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { xmlText } from '#app/shared/http/xml-text.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { changeSentences } from './change-texts.ts'
import { listVersionChanges, type PublicVersion } from './domain/versions.server.ts'

const most = 50

/** What changed in an event's agenda, version by version, for feed readers (RFC 4287). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const event = await getPublicEvent(params.event ?? '')
  const versions = (await listVersionChanges(event.id)).reverse().slice(0, most)
  return new Response(atom(event, versions, locale), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Content-Language': locale,
      ...cacheHeaders({ tags: [pageTag.event(event.id)] }),
    },
  })
}

function atom(event: PublicEvent, versions: PublicVersion[], locale: Locale): string {
  const title = m['publishing.changes.feed-title']({ event: eventTitleIn(event, locale) }, { locale })
  const updated = versions[0]?.publishedAt ?? event.publishedAt ?? event.createdAt
  const link = (rel: string, type: string, path: string) =>
    `<link rel="${rel}" type="${type}" href="${xmlText(absolute(path))}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${uuidOf(`changes ${event.id} ${locale}`)}</id>
<title>${xmlText(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>Bàn Tròn</name></author>
${link('self', 'application/atom+xml', publicPath.changesAtom(locale, event.slug))}
${link('alternate', 'text/html', publicPath.changes(locale, event.slug))}
${versions.map((version) => entry(event, version, locale)).join('\n')}
</feed>
`
}

function entry(event: PublicEvent, version: PublicVersion, locale: Locale): string {
  const { number, publishedAt, changes, restoredFrom } = version
  const to = { locale }
  const page = `${publicPath.changes(locale, event.slug)}#version-${number}`
  const summary = [
    restoredFrom !== null && `${m['publishing.changes.restored']({ number: restoredFrom }, to)}.`,
    number === 1
      ? m['publishing.changes.first']({ count: changes.length }, to)
      : changes.length === 0
        ? m['publishing.changes.details-only']({}, to)
        : m['publishing.changes.count']({ count: changes.length }, to),
  ]
  const lines = number === 1 ? [] : changes.map((change) => line(event, change, locale))
  const list =
    lines.length > 0 ? `\n<content type="html">${xmlText(`<ul>${lines.join('')}</ul>`)}</content>` : ''
  return `<entry>
<id>${uuidOf(`changes ${event.id} ${locale} ${number}`)}</id>
<title>${xmlText(m['publishing.changes.version']({ number }, to))}</title>
<published>${publishedAt.toISOString()}</published>
<updated>${publishedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(absolute(page))}"/>
<summary>${xmlText(summary.filter(Boolean).join(' '))}</summary>${list}
</entry>`
}

function line(event: PublicEvent, change: PublicVersion['changes'][number], locale: Locale): string {
  const title = readPlain(change.title, locale)
  const words = xmlText(changeSentences(change, event.timeZone, locale))
  return `<li><strong lang="${title.lang}">${xmlText(title.text)}</strong>: ${words}</li>`
}

/** The same name, the same id (RFC 9562, version 8), whatever this installation is called. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex')
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`]
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`
}
