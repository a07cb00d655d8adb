import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { findPortraitImage } from './domain/portraits/portraits.server.ts'

/** One size of a portrait. Another picture has another address, so that browsers need never ask again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const width = Number(/^(\d{2,4})\.webp$/.exec(params.file ?? '')?.[1])
  const image = width ? await findPortraitImage(params.portrait ?? '', width) : null
  if (!image) throw new Refusal('portrait-missing', 'missing')
  const etag = `"${params.portrait}-${width}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=31536000, immutable' }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim())
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(image), {
    headers: {
      ...headers,
      'Content-Type': 'image/webp',
      'Content-Length': String(image.byteLength),
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
