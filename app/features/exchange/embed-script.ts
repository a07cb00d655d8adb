import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'

/** One script tag that puts the agenda's frame where it stands, as high as the programme is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const event = await getPublicEvent(params.event ?? '')
  const address = absolute(`/embed/events/${event.slug}?lang=${locale}`)
  return new Response(script(address, textIn(event.title, locale)), {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Language': locale,
      ...cacheHeaders({ tags: [pageTag.event(event.id)] }),
    },
  })
}

function script(address: string, title: string): string {
  return `(() => {
  const here = document.currentScript
  const frame = document.createElement('iframe')
  frame.src = ${literal(address)}
  frame.title = ${literal(title)}
  frame.loading = 'lazy'
  frame.width = '100%'
  frame.height = '640'
  frame.style.border = '0'
  here.after(frame)
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== ${literal(new URL(address).origin)}) return
    if (event.data && event.data.banTron === 'height') frame.height = String(Math.min(20000, Number(event.data.height) || 640))
  })
})()
`
}

// What ends a script element must not stand in a string, and neither may the two line ends that old engines take for one.
const literal = (text: string) =>
  JSON.stringify(text).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
