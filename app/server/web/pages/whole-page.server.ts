import { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'
import { codingFor } from '../ready-answer.server.ts'

/**
 * Takes what React 18 renders, and hands it over whole. Where a letter of several bytes no longer fits into a chunk,
 * React leaves the rest of that chunk zero: such bytes would stand in the middle of Vietnamese words. No text of ours
 * holds a NUL.
 */
export function wholePage(done: (page: Buffer) => void): Writable {
  const parts: Uint8Array[] = []
  return new Writable({
    // React stops rendering for a turn where a stream is full: this one never is.
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write(chunk: Uint8Array, _encoding, next) {
      let end = chunk.length
      while (end > 0 && chunk[end - 1] === 0) end -= 1
      parts.push(chunk.subarray(0, end))
      next()
    },
    final(next) {
      done(Buffer.concat(parts))
      next()
    },
  })
}

/** A page that was rendered before its first byte is sent: it is squeezed and written in one piece. */
export class PageResponse extends Response {
  readonly page: Buffer<ArrayBuffer>

  constructor(page: Buffer | string, init: ResponseInit) {
    const bytes = Buffer.from(page)
    super(bytes, init)
    this.page = bytes
  }
}

const squeeze = promisify(gzip)
const press = promisify(brotliCompress)
const worthIt = 1024
// Below this, handing the work to another thread costs more than the work.
const quick = 32 * 1024

/** The bytes of a page in the best coding that its reader takes. */
export async function coded(page: Buffer, accepted: string | undefined) {
  const coding = accepted === undefined || page.length < worthIt ? 'identity' : codingFor(accepted)
  if (coding === 'identity') return { coding: null, bytes: page }
  if (coding === 'gzip') return { coding, bytes: await squeeze(page, { level: 5 }) }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
  }
  return {
    coding,
    bytes: page.length < quick ? brotliCompressSync(page, { params }) : await press(page, { params }),
  }
}
