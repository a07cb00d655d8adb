import type { LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { xmlText } from '#app/shared/http/xml-text.ts'
import { readPlain, textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDays } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { eventTitleIn } from '../domain/event-title.ts'
import { listPublicEvents, type PublicEvent } from '../domain/events.server.ts'

const most = 50

/** The events published last, for feed readers (RFC 4287). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const events = await listPublicEvents()
  const newest = [...events].sort((a, b) => published(b) - published(a)).slice(0, most)
  const tags = [pageTag.home, ...events.map((event) => pageTag.event(event.id))]
  return new Response(atom(newest, locale), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Content-Language': locale,
      ...cacheHeaders({ tags }),
    },
  })
}

const published = (event: PublicEvent) => event.publishedAt?.getTime() ?? 0

function atom(events: readonly PublicEvent[], locale: Locale): string {
  const self = absolute(publicPath.eventsAtom(locale))
  const newest = Math.max(0, ...events.map((event) => event.updatedAt.getTime()))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${xmlText(absolute(publicPath.eventsAtom(locale)))}</id>
<title>${xmlText(m['public.feed.events-name']({}, { locale }))}</title>
<updated>${new Date(newest).toISOString()}</updated>
<author><name>Bàn Tròn</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(absolute(publicPath.home(locale)))}"/>
${events.map((event) => entry(event, locale)).join('\n')}
</feed>
`
}

function entry(event: PublicEvent, locale: Locale): string {
  const title = readPlain(event.title, locale)
  const place = textIn(event.venue?.city, locale)
  const days = formatDays(event.startsAt, event.endsAt, event.timeZone, locale)
  const words = [
    place ? `${days}, ${place}.` : `${days}.`,
    textIn(event.summary, locale) || textIn(event.theme, locale),
  ]
  return `<entry xml:lang="${title.lang}">
<id>urn:uuid:${event.id}</id>
<title>${xmlText(event.cancelledAt ? eventTitleIn(event, title.lang) : title.text)}</title>
<published>${(event.publishedAt ?? event.createdAt).toISOString()}</published>
<updated>${event.updatedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xmlText(absolute(publicPath.event(locale, event.slug)))}"/>
<summary xml:lang="${locale}">${xmlText(words.filter(Boolean).join(' '))}</summary>
</entry>`
}
