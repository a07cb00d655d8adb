import type { LoaderFunctionArgs } from '@remix-run/node'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { getEventWithAgenda } from './domain/event-with-agenda.server.ts'

/** The programme as a document on A4, in the language of its address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const published = await getEventWithAgenda(params.event ?? '')
  // Loaded with the first one: the drawing of documents is large.
  const { agendaPdf } = await import('./agenda-document.server.tsx')
  const file = await agendaPdf(published, locale)
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Language': locale,
      'Content-Disposition': `inline; filename="${published.event.slug}-${locale}.pdf"`,
      ...cacheHeaders({ tags: [pageTag.event(published.event.id)] }),
    },
  })
}
