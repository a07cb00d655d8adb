import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { xmlText } from '#app/shared/http/xml-text.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

const widest = { width: 800, height: 640 }

/** oEmbed (oembed.com): how to show an event of ours, by the address of one of its public pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return new Response('Not Implemented', { status: 501 })
  const { slug, locale } = eventOf(query.get('url') ?? '')
  const event = await getPublicEvent(slug)
  const width = within(query.get('maxwidth'), widest.width)
  const height = within(query.get('maxheight'), widest.height)
  const title = textIn(event.title, locale)
  const address = absolute(`/embed/events/${event.slug}?lang=${locale}`)
  const html = `<iframe src="${xmlText(address)}" title="${xmlText(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    html,
    width,
    height,
    provider_name: 'Bàn Tròn',
    provider_url: env().APP_URL,
    cache_age: 3600,
  }
  if (format === 'json') return Response.json(answer)
  const elements = Object.entries(answer).map(
    ([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`,
  )
  return new Response(`<?xml version="1.0" encoding="utf-8"?>\n<oembed>${elements.join('')}</oembed>\n`, {
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
  })
}

/** Only our own public addresses are spoken for. */
function eventOf(address: string): { slug: string; locale: Locale } {
  const url = URL.canParse(address) ? new URL(address) : null
  const found = /^\/(?:(vi|en)\/)?events\/([a-z0-9-]+)(?:\/agenda)?\/?$/.exec(url?.pathname ?? '')
  if (url?.origin !== new URL(env().APP_URL).origin || !found?.[2]) throw new Refusal('missing', 'missing')
  return { slug: found[2], locale: (found[1] ?? 'vi') as Locale }
}

function within(asked: string | null, most: number): number {
  const number = Number(asked)
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : most
}
