const types = { avif: 'image/avif', jpg: 'image/jpeg', webp: 'image/webp' } as const

/** Takes the last part of an address apart: `960.webp` is 960 pixels wide; what has no number has another name. */
export function readImageName(file: string): { width: number; extension: 'avif' | 'webp' } | null {
  const [, width = '', extension = ''] = /^(\d{2,4})\.(avif|webp)$/.exec(file) ?? []
  return width ? { width: Number(width), extension: extension as 'avif' | 'webp' } : null
}

/** An image whose address, its id and file, never shows another one: whoever has it need not ask again. */
export function imageAnswer(
  request: Request,
  address: { id: string; file: string },
  image: Uint8Array,
): Response {
  const etag = `"${address.id}-${address.file}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=31536000, immutable' }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim())
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  const extension = address.file.split('.').at(-1) as keyof typeof types
  return new Response(new Uint8Array(image), {
    headers: {
      ...headers,
      'Content-Type': types[extension],
      'Content-Length': String(image.byteLength),
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
