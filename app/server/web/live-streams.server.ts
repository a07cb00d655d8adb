import type { IncomingMessage, ServerResponse } from 'node:http'
import { findLiveEvent, followLive, type News } from '#app/features/live/domain/live-hub.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { addressOf, sourceOf, type TrustProxy } from './edge/source.ts'

/** With `?revisions`, for a page that is asked for anew, it tells only that something changed. */
const address = /^\/events\/([a-z0-9]+(?:-[a-z0-9]+)*)\/live\/stream(?:\?([^ ]*))?$/
/**
 * How many screens a process holds, and of them from one source; the next is told to come back. A hall of two thousand
 * phones has one address, and must fit; but whoever opens streams without end leaves half of the places to the others.
 */
const mostStreams = { all: 5000, ofSource: 2500 }
/** Bytes that wait for a slow reader; with more it is let go, and comes back for the newest state. */
const mostWaiting = 512 * 1024
const beat = 20_000
const opening = 'retry: 1000\n\n'
/** The server's clock, by which a screen sets its own; it also says that the stream is alive. */
const clockMessage = () => Buffer.from(`event: clock\ndata: ${Date.now()}\n\n`)

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  // Kept alive behind the last message, it would hold up a server that closes.
  Connection: 'close',
}

/**
 * The streams of live rooms, answered before everything else: a stream through Express and Remix costs ten times the
 * memory, and a hall has two thousand.
 */
export function createLiveStreams({
  trusts,
  most = mostStreams,
}: {
  trusts: TrustProxy
  most?: typeof mostStreams
}) {
  const open = new Set<ServerResponse>()
  const ofSource = new Map<string, number>()
  let beating: NodeJS.Timeout | null = null

  function write(res: ServerResponse, message: Buffer) {
    if (res.writableLength > mostWaiting) return res.destroy()
    res.write(message)
  }

  async function follow(res: ServerResponse, slug: string, told: keyof News) {
    const eventId = await findLiveEvent(slug)
    if (!eventId) return refuse(res, 404)
    if (res.closed) return
    res.writeHead(200, headers)
    res.write(opening)
    res.write(clockMessage())
    const leave = await followLive(eventId, (news) => write(res, news[told]))
    if (res.closed) leave()
    else res.on('close', leave)
  }

  return {
    /** Takes the request if it asks for a stream; false leaves it to the others. */
    take(req: IncomingMessage, res: ServerResponse): boolean {
      const [, slug, query] = address.exec(req.url ?? '') ?? []
      if (slug === undefined || req.method !== 'GET') return false
      if (!req.headers.accept?.includes('text/event-stream')) return false
      const source = sourceOf(addressOf(req, trusts))
      const held = ofSource.get(source) ?? 0
      if (open.size >= most.all || held >= most.ofSource) {
        refuse(res, held >= most.ofSource ? 429 : 503)
        return true
      }
      open.add(res)
      ofSource.set(source, held + 1)
      beating ??= setInterval(() => {
        const message = clockMessage()
        for (const one of open) if (one.headersSent) write(one, message)
      }, beat)
      res.on('close', () => {
        open.delete(res)
        const left = (ofSource.get(source) ?? 1) - 1
        if (left > 0) ofSource.set(source, left)
        else ofSource.delete(source)
        if (open.size > 0 || !beating) return
        clearInterval(beating)
        beating = null
      })
      res.on('error', () => res.destroy())
      follow(res, slug, query === 'revisions' ? 'revision' : 'state').catch((error) => {
        log().warn({ err: error }, 'live stream failed')
        if (res.headersSent) res.destroy()
        else refuse(res, 503)
      })
      return true
    },
    close() {
      for (const res of [...open]) res.end()
    },
  }
}

function refuse(res: ServerResponse, status: 404 | 429 | 503) {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...(status !== 404 && { 'Retry-After': '30' }),
  })
  res.end()
}
