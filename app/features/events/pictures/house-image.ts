import type { LoaderFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { socialImage } from '#app/public/social-image.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'

/** The picture of pages that belong to no single event: the table with seats for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const image = await socialImage({
    title: m['public.home.title']({}, { locale }),
    dateLine: 'Bàn Tròn',
    placeLine: '',
    hosts: [m['public.home.lede']({}, { locale })],
    people: Array.from({ length: 11 }, () => ({ name: '' })),
    accent: '#8a1f2d',
  })
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Language': locale,
      ...cacheHeaders({ tags: [pageTag.home] }),
    },
  })
}
