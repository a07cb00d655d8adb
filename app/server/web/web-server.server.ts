import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Response as Reply, type Request } from 'express'
import type { ViteDevServer } from 'vite'
import { env } from '#app/shared/env.server.ts'
import { counters } from '#app/shared/http/counters.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { bodyRule } from './edge/body-rules.ts'
import type { LateBody } from './edge/late-body.server.ts'
import { sendPlainRefusal, statusSentence } from './edge/plain-refusal.server.ts'
import { requestGuard, sendFault } from './edge/request-guard.server.ts'
import { requestLog } from './edge/request-log.server.ts'
import { createLinkVisits } from './link-visits.server.ts'
import { createLiveStreams } from './live-streams.server.ts'
import { type BuiltFiles, builtFiles } from './pages/built-files.server.ts'
import type { PageCache } from './pages/page-cache.server.ts'
import { PageResponse } from './pages/whole-page.server.ts'
import { cacheKey } from './public-paths.ts'
import { type ReadyAnswer, sendReady } from './ready-answer.server.ts'
import { type Remix, remixHandler, sendResponse } from './remix.server.ts'
import { drainable } from './stop-server.ts'

export type WebOptions = {
  build: ServerBuild
  root: string
  vite?: ViteDevServer | undefined
  pages: PageCache
}

// Bodies have a patience of their own, by their pace: a large file over a poor line takes its time.
const timeouts = { requestTimeout: 30 * 60_000, headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/** The web process: kept pages and files are answered at once, everything else goes through Express to Remix. */
export async function createWebServer({ build, root, vite, pages }: WebOptions): Promise<Server> {
  const files = await builtFiles(
    vite ? path.join(root, 'no-built-files') : path.join(root, 'build', 'client'),
  )
  const current = vite
    ? async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    : build
  const remix = remixHandler(current, vite ? 'development' : 'production')
  const app = expressApp(remix, files, pages, vite)
  const streams = createLiveStreams({ trusts: app.get('trust proxy fn') })
  const links = createLinkVisits({ trusts: app.get('trust proxy fn'), otherwise: app })
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    if (streams.take(req, res) || links.take(req, res)) return
    const url = req.url as string
    if (isRead(req)) {
      const answer = pages.find(url) ?? files.find(url)
      if (answer) return sendKept(req, res, answer)
    }
    // Hundreds of screens ask at once for a page that has just changed: they wait here, where waiting costs little.
    const coming = isRead(req) ? pages.coming(url) : undefined
    if (!coming) return app(req, res)
    void coming.then((answer) => (answer ? sendKept(req, res, answer) : app(req, res)))
  }
  const server = drainable(createServer(timeouts, answer))
  server.on('clientError', refuseUnparsed)
  // A server that closes waits for its last answer.
  closings.set(server, streams.close)
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 100
  return server
}

const sentences: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What Node could not read as a request; of headers that overflow, an endless first line is an address. */
function refuseUnparsed(error: Error & { code?: string; rawPacket?: Buffer }, socket: Duplex) {
  if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy()
  const isAddress =
    error.code === 'HPE_HEADER_OVERFLOW' && !error.rawPacket?.subarray(0, 9000).includes('\r\n')
  const status = isAddress ? '414 URI Too Long' : (sentences[error.code ?? ''] ?? '400 Bad Request')
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function sendKept(req: IncomingMessage, res: ServerResponse, answer: ReadyAnswer) {
  counters().kept++
  sendReady(req, res, answer)
}

const closings = new WeakMap<Server, () => void>()

/** Ends the live streams of a server that is to close. */
export function closeLiveStreams(server: Server) {
  closings.get(server)?.()
}

const compress = compression()

function expressApp(remix: Remix, files: BuiltFiles, pages: PageCache, vite?: ViteDevServer) {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', trustedProxies(env().TRUST_PROXY))
  app.use(requestLog)
  if (vite) app.use(vite.middlewares)
  app.use(requestGuard(() => randomBytes(16).toString('base64url')))
  app.use(async (req: Request, res: Reply, next: NextFunction) => {
    try {
      const url = res.locals.url as URL
      const file = isRead(req) ? await files.load(url.pathname) : null
      if (file) return sendReady(req, res, withoutHeaders(res, file))
      await answerPage(req, res, url, remix, vite ? null : pages)
    } catch (error) {
      next(error)
    }
  })
  app.use(answerFailure)
  return app
}

async function answerPage(req: Request, res: Reply, url: URL, remix: Remix, pages: PageCache | null) {
  const abort = new AbortController()
  const key = pages && isRead(req) ? cacheKey(url) : null
  // A page that others wait for, or that will be kept, is finished even when its first reader has gone.
  if (!key) res.on('close', () => res.writableFinished || abort.abort())
  const { body = null } = res.locals as { body?: Buffer | LateBody | null }
  const late = body && 'stream' in body ? body : null
  const sent = late ? late.stream : (body as Buffer | null)
  const render = () => remix(req, { url, body: sent, signal: abort.signal })
  const answering = async () => (key && pages ? pages.answer(key, render) : render())
  const answer = await answering().finally(late?.close)
  const fault = late?.fault()
  if (fault) return sendFault(req, res, fault, bodyRule(url.pathname, req.headers['content-type']))
  if (!(answer instanceof Response)) return sendReady(req, res, withoutHeaders(res, answer))
  if (!(answer instanceof PageResponse)) await new Promise((resolve) => compress(req, res, resolve))
  await sendResponse(req, res, url.pathname, answer)
  // Whoever asks for the head of a stream does not follow it.
  if (req.method === 'HEAD') abort.abort()
}

/** Ready answers bring all their headers: what Express has set so far is taken back. */
function withoutHeaders<T>(res: Reply, answer: T): T {
  for (const name of res.getHeaderNames()) res.removeHeader(name)
  return answer
}

function answerFailure(error: unknown, req: Request, res: Reply, _next: NextFunction) {
  // The reader has gone; rendering was called off.
  if (res.closed) return
  const refusal = asRefusal(error)
  if (!refusal) log().error({ err: error, requestId: res.locals.requestId }, 'request failed')
  if (res.headersSent) return res.destroy()
  const status = refusal ? 503 : 500
  if (refusal) res.setHeader('Retry-After', '10')
  sendPlainRefusal(req, res, { status, sentence: statusSentence(status), locale: requestStore().locale })
}

function isRead(req: IncomingMessage): boolean {
  return req.method === 'GET' || req.method === 'HEAD'
}

/** Express's own meaning of `trust proxy`: a number of proxies, or a list of their addresses. */
export function trustedProxies(setting: string | undefined): boolean | number | string {
  if (setting === undefined) return false
  if (/^\d+$/.test(setting)) return Number(setting)
  return setting.toLowerCase() === 'true' ? true : setting
}
