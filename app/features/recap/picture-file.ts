import type { LoaderFunctionArgs } from '@remix-run/node'
import { Refusal } from '#app/shared/errors.ts'
import { findPictureImage } from './domain/pictures.server.ts'

/** One size of a picture, `960.webp`, or the large one, `press.jpg`. Another picture has another address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const file = params.file ?? ''
  const width = Number(/^(\d{2,4})\.webp$/.exec(file)?.[1])
  const isPress = file === 'press.jpg'
  const id = params.picture ?? ''
  const image = isPress
    ? await findPictureImage(id, 'jpeg')
    : width
      ? await findPictureImage(id, 'webp', width)
      : null
  if (!image) throw new Refusal('picture-missing', 'missing')
  const etag = `"${id}-${file}"`
  // Not for ever: a picture that was taken away is to vanish from shared caches too.
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=86400' }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim())
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(image), {
    headers: {
      ...headers,
      'Content-Type': isPress ? 'image/jpeg' : 'image/webp',
      'Content-Length': String(image.byteLength),
      'X-Content-Type-Options': 'nosniff',
      ...(isPress && { 'Content-Disposition': `inline; filename="${id.slice(0, 8)}.jpg"` }),
    },
  })
}
