import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { ShownRefusal } from '#app/shared/http/refusals.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { sendPlainRefusal, statusSentence } from './edge/plain-refusal.server.ts'
import { guardedBuild, refusalMark } from './pages/guarded-build.server.ts'
import { narrowBuilds } from './pages/narrow-routes.ts'
import { coded, PageResponse } from './pages/whole-page.server.ts'
import { isPublicPath } from './public-paths.ts'

export type RenderRequest = { url: URL; body: Buffer | ReadableStream | null; signal: AbortSignal }
/** Remix behind our own checks; the official Express adapter would read hosts from headers we do not trust. */
export type Remix = (req: IncomingMessage, request: RenderRequest) => Promise<Response>

export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Remix {
  if (typeof build === 'function') {
    const handle = createRequestHandler(async () => guardedBuild(await build()), mode)
    return (req, request) => handle(remixRequest(req, request))
  }
  const guarded = guardedBuild(build)
  const handlerOf = narrowBuilds(guarded, (narrow) => createRequestHandler(narrow, mode))
  // What the browser asks of the map itself is about all of it.
  const whole = createRequestHandler(guarded, mode)
  return (req, request) => {
    const { pathname } = request.url
    const serve = pathname === '/__manifest' ? whole : handlerOf(pathname)
    return serve(remixRequest(req, request))
  }
}

function remixRequest(req: IncomingMessage, { url, body, signal }: RenderRequest): Request {
  // Remix drops the body of what it answers to HEAD, refusals among it: it is asked as for GET, and the edge sends the head.
  const method = req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET')
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || isWithheld(name, url.pathname, method)) continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
  }
  if (method === 'GET') return new Request(url, { method, headers, signal })
  const sent = body instanceof ReadableStream ? body : new Uint8Array(body ?? [])
  return new Request(url, { method, headers, signal, body: sent, duplex: 'half' } as RequestInit)
}

function isWithheld(name: string, path: string, method: string): boolean {
  // The origin was judged already, by more than a comparison with the host.
  if (name === 'origin' || name === 'forwarded' || name.startsWith('x-forwarded-')) return true
  // What everybody shares cannot depend on who asks.
  return isPublicPath(path) && method !== 'POST' && (name === 'cookie' || name === 'accept-language')
}

const internal = new Set(['page-tags', 'page-until', refusalMark.toLowerCase(), 'set-cookie'])

/** Sends what Remix answered; a refusal that no page shows becomes a sentence. */
export async function sendResponse(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  response: Response,
) {
  res.statusCode = response.status
  for (const [name, value] of response.headers) if (!internal.has(name)) res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  if (!response.headers.has('Cache-Control')) {
    res.setHeader('Cache-Control', isPublicPath(path) ? 'no-cache' : 'no-store')
  }
  const type = response.headers.get('Content-Type') ?? ''
  const isRefusal = response.headers.has(refusalMark)
  // JSON that a route answers by itself (a clash of two editors) is for the script that asked.
  const isOwnJson = !isRefusal && type.startsWith('application/json')
  if (response.status >= 400 && !path.endsWith('.data') && !type.startsWith('text/html') && !isOwnJson) {
    const refusal = isRefusal ? ((await response.json()) as ShownRefusal) : null
    const sentence = refusal?.sentence ?? statusSentence(response.status)
    return sendPlainRefusal(req, res, { status: response.status, sentence, locale: requestStore().locale })
  }
  if (response instanceof PageResponse) return sendPage(req, res, response.page)
  if (response.body && req.method !== 'HEAD') return writeReadableStreamToWritable(response.body, res)
  await response.body?.cancel()
  res.end()
}

async function sendPage(req: IncomingMessage, res: ServerResponse, page: Buffer) {
  const { coding, bytes } = await coded(page, req.headers['accept-encoding']?.toString())
  res.appendHeader('Vary', 'Accept-Encoding')
  if (coding) res.setHeader('Content-Encoding', coding)
  res.setHeader('Content-Length', bytes.length)
  if (req.method === 'HEAD') res.end()
  else res.end(bytes)
}
