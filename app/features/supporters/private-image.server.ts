/** An image that is kept by nobody on its way: not everybody may see it. */
export function privateImage(image: Uint8Array): Response {
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Length': String(image.byteLength),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
