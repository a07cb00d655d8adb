import { fileParts } from './file-parts.server.ts'

type StoredFile = { id: string; name: string; type: string; size: number; sha256: string | null }

/** A file to be saved, never opened in our own pages' place: whatever is in it cannot act here. */
export function fileDownload({ id, name, type, size, sha256 }: StoredFile, more: HeadersInit = {}): Response {
  const parts = fileParts(id)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
  })
  const plain = name.replace(/[^\w. -]/g, '_')
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(size),
      // RFC 6266: the plain name for those who cannot read the other.
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      ...(sha256 && { ETag: `"${sha256}"` }),
      ...more,
    },
  })
}
