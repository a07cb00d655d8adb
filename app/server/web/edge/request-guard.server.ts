import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { env } from '#app/shared/env.server.ts'
import { createLimiter } from '#app/shared/http/limiter.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { requestStore, withRequestStore } from '#app/shared/http/request-store.server.ts'
import { readerLanguage } from '../pages/reader-language.ts'
import { type Fault, readAddress } from './address.ts'
import { endWithAnswer, faultAhead, readBody } from './body.server.ts'
import { createBodyBudget } from './body-budget.ts'
import { type BodyRule, bodyRule, megabytesOf } from './body-rules.ts'
import { type LateBody, lateBody } from './late-body.server.ts'
import { comesFromUs } from './origin.ts'
import { sendPlainRefusal } from './plain-refusal.server.ts'
import { securityHeaders } from './security-headers.ts'
import { sourceOf } from './source.ts'

type Body = Buffer | LateBody | null

/** What stands before every route: the address, the method, where the request comes from, and its body. */
export function requestGuard(makeNonce: () => string) {
  return (req: Request, res: Response, next: NextFunction) => {
    const address = readAddress(req.originalUrl, new URL(env().APP_URL).origin)
    const [path, query] = 'url' in address ? [address.url.pathname, address.url.searchParams] : ['/', noQuery]
    for (const [name, value] of pairs(securityHeaders(path))) res.setHeader(name, value)
    const accepted = req.headers['accept-language'] ?? ''
    const store = {
      requestId: String(res.locals.requestId),
      source: sourceOf(req.ip),
      locale: readerLanguage(path, query, req.headers.cookie ?? '', accepted),
      nonce: makeNonce(),
      isOnThisMachine: isOnThisMachine(req),
    }
    const work = withRequestStore(store, async () => {
      const fault = 'fault' in address ? address.fault : faultOf(req, path)
      if (fault) return sendFault(req, res, fault)
      const rule = bodyRule(path, req.headers['content-type'])
      const read = req.method === 'POST' ? await bodyOf(req, res, rule) : { body: null }
      if ('fault' in read) return sendFault(req, res, read.fault, rule)
      res.locals.url = 'url' in address && address.url
      res.locals.body = read.body
      next()
    })
    work.catch(next)
  }
}

const megabyte = 1024 * 1024
const forms = createBodyBudget(48 * megabyte)
const rooms = { disk: createBodyBudget(512 * megabyte), memory: createLimiter(28 * megabyte) }

/** A form's body; that of a large file is left for its action to ask for. */
async function bodyOf(
  req: Request,
  res: Response,
  rule: BodyRule,
): Promise<{ body: Body } | { fault: Fault }> {
  endWithAnswer(req, res)
  const fault = faultAhead(req, rule)
  if (fault) {
    await thrownAway(req)
    return { fault }
  }
  return rule.isLate ? { body: lateBody(req, rule, rooms) } : readBody(req, res, { rule, budget: forms })
}

/** A sender who is cut off while sending sees no answer: what is refused is read for a moment and thrown away. */
function thrownAway(req: Request): Promise<void> {
  return new Promise((resolve) => {
    const wait = setTimeout(resolve, 1000)
    const done = () => {
      clearTimeout(wait)
      resolve()
    }
    req.once('end', done).once('close', done).resume()
  })
}

const noQuery = new URLSearchParams()

const isOneClick = (path: string) => /^\/unsubscribe\/[^/]+$/.test(path)

function faultOf(req: Request, path: string): Fault | null {
  if (req.method === 'GET' || req.method === 'HEAD') return null
  if (req.method !== 'POST') return { status: 405, code: 'method', allow: 'GET, HEAD, POST' }
  const sender = {
    origin: req.headers.origin,
    fetchSite: req.headers['sec-fetch-site'] as string | undefined,
    appUrl: env().APP_URL,
  }
  // One click of a mail program (RFC 8058) comes from wherever that shows its mails; it carries nobody's cookies.
  return isOneClick(path) || comesFromUs(sender) ? null : { status: 403, code: 'foreign-origin' }
}

/** Says why a request is not carried out; nothing of it has been. */
export function sendFault(
  req: IncomingMessage,
  res: ServerResponse,
  { status, code, allow, retryAfter }: Fault,
  rule?: BodyRule,
) {
  if (allow) res.setHeader('Allow', allow)
  if (retryAfter) res.setHeader('Retry-After', retryAfter)
  const sentence = refusalSentence(code, 'invalid', rule && { size: megabytesOf(rule) })
  sendPlainRefusal(req, res, { status, sentence, locale: requestStore().locale })
}

// Any forwarding header means a proxy, also one that nobody told us to trust.
function isOnThisMachine(req: Request): boolean {
  const { remoteAddress = '' } = req.socket
  const isForwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => name in req.headers,
  )
  return /^(?:127\.|::1$|::ffff:127\.)/.test(remoteAddress) && !isForwarded
}

function* pairs(list: string[]): Generator<[string, string]> {
  for (let i = 0; i < list.length; i += 2) yield [list[i] as string, list[i + 1] as string]
}
