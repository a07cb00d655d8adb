import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { findPublishedRecap } from './domain/published-recap.server.ts'

// Drawing its documents takes seconds; kits with many pictures would push the pages out of the cache.
const largestKept = 4_000_000

/** The press kit of the recap that readers see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { source } = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const recap = await findPublishedRecap(event.id)
  if (!recap) throw new Refusal('recap-missing', 'missing')
  const etag = `"${event.id}-${recap.number}-${recap.content.notes.length}-${recap.content.pictures.length}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=0, must-revalidate' }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  await countAttempt(`press-kit:${source}`, { limit: 20, seconds: 600 })
  // Loaded with the first one: the drawing of documents is large.
  const { pressKit } = await import('./press-kit/press-kit.server.ts')
  const bytes = await pressKit(event, recap)
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      ...(bytes.byteLength <= largestKept && cacheHeaders({ tags: [pageTag.event(event.id)] })),
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${event.slug}-press-kit.zip"`,
    },
  })
}
