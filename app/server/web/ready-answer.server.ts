import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { counters } from '#app/shared/http/counters.server.ts'

type Variant = { headers: string[]; body: Buffer }
type Coding = 'identity' | 'gzip' | 'br'

/** An answer whose bytes and headers are ready for every client: sending it costs a lookup and a write. */
export type ReadyAnswer = {
  etag: string
  unchanged: string[]
  identity: Variant
  gzip: Variant | null
  br: Variant | null
  bytes: number
}

const squeeze = promisify(gzip)
const brotli = promisify(brotliCompress)
const compressible =
  /^(?:text\/|application\/(?:json|javascript|xml|atom\+xml|ld\+json|manifest\+json)|image\/svg)/

/** Makes the bytes in each coding. `headers` are the pairs all variants share. */
export async function readyAnswer(
  body: Buffer,
  type: string,
  headers: string[],
  quality = 5,
): Promise<ReadyAnswer> {
  const etag = `W/"${createHash('sha256').update(body).update(type).digest('base64url').slice(0, 27)}"`
  const worth = compressible.test(type) && body.length > 512
  const shared = [...headers, 'ETag', etag, ...(worth ? ['Vary', 'Accept-Encoding'] : [])]
  const variant = (bytes: Buffer, coding: Coding): Variant => ({
    headers: [
      ...shared,
      'Content-Type',
      type,
      'Content-Length',
      String(bytes.length),
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    ],
    body: bytes,
  })
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }
  const [zipped, pressed] = worth
    ? await Promise.all([squeeze(body), brotli(body, brotliOptions)])
    : [null, null]
  return {
    etag,
    // A client keeps the other headers of what it has.
    unchanged: pairsOf(shared, /^(?:cache-control|etag|vary)$/i),
    identity: variant(body, 'identity'),
    gzip: zipped && variant(zipped, 'gzip'),
    br: pressed && variant(pressed, 'br'),
    bytes: body.length + (zipped?.length ?? 0) + (pressed?.length ?? 0) + 4096,
  }
}

function pairsOf(list: string[], names: RegExp): string[] {
  return list.filter((_, i) => names.test(list[i - (i % 2)] as string))
}

/** Sends a ready answer: 304 when the client has it, no body for HEAD. */
export function sendReady(req: IncomingMessage, res: ServerResponse, answer: ReadyAnswer) {
  let accepted: string | undefined
  let known: string | undefined
  // Node's parsed headers cost more than the rest of this function.
  const raw = req.rawHeaders
  for (let i = 0; i < raw.length; i += 2) {
    const { length } = raw[i] as string
    if (length !== 15 && length !== 13) continue
    const name = (raw[i] as string).toLowerCase()
    if (name === 'accept-encoding') accepted = raw[i + 1]
    else if (name === 'if-none-match') known = raw[i + 1]
  }
  if (known !== undefined && isKnown(known, answer.etag)) {
    counters().unchanged++
    res.writeHead(304, answer.unchanged)
    res.end()
    return
  }
  const coding = accepted === undefined ? 'identity' : codingFor(accepted)
  const variant = (coding === 'br' && answer.br) || (coding !== 'identity' && answer.gzip) || answer.identity
  res.writeHead(200, variant.headers)
  if (req.method === 'HEAD') res.end()
  else res.end(variant.body)
}

function isKnown(header: string, etag: string): boolean {
  if (header === etag || header === '*') return true
  const bare = etag.slice(2)
  return header.includes(bare) && header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare)
}

const codings = new Map<string, Coding>()

/** The best coding a client takes; clients send few different headers, so the answers are remembered. */
export function codingFor(accepted: string): Coding {
  const remembered = codings.get(accepted)
  if (remembered) return remembered
  const takes = (name: string) =>
    accepted.split(',').some((part) => {
      const [coding, q] = part.toLowerCase().split(';')
      return coding?.trim() === name && !/^\s*q\s*=\s*0(?:\.0*)?\s*$/.test(q ?? '')
    })
  const coding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
  if (codings.size < 200) codings.set(accepted, coding)
  return coding
}
