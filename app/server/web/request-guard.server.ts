import type { NextFunction, Request, Response } from 'express'
import { env } from '#app/shared/env.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { requestStore, withRequestStore } from '#app/shared/http/request-store.server.ts'
import { type Fault, readAddress } from './address.ts'
import { readBody } from './body.server.ts'
import { bodyRule, megabytesOf } from './body-rules.ts'
import { comesFromUs } from './origin.ts'
import { sendPlainRefusal } from './plain-refusal.server.ts'
import { readerLanguage } from './reader-language.ts'
import { securityHeaders } from './security-headers.ts'
import { sourceOf } from './source.ts'

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
      const fault = 'fault' in address ? address.fault : faultOf(req)
      if (fault) return refuse(req, res, fault)
      const read = req.method === 'POST' ? await readBody(req, bodyRule(path)) : { body: null }
      if ('fault' in read) return refuse(req, res, read.fault, { size: megabytesOf(bodyRule(path)) })
      res.locals.url = 'url' in address && address.url
      res.locals.body = read.body
      next()
    })
    work.catch(next)
  }
}

const noQuery = new URLSearchParams()

function faultOf(req: Request): Fault | null {
  if (req.method === 'GET' || req.method === 'HEAD') return null
  if (req.method !== 'POST') return { status: 405, code: 'method', allow: 'GET, HEAD, POST' }
  const hosts = [
    req.headers.host,
    req.app.get('trust proxy fn')(req.socket.remoteAddress, 0) && forwardedHost(req),
  ]
  const sender = {
    origin: req.headers.origin,
    fetchSite: req.headers['sec-fetch-site'] as string | undefined,
    hosts: hosts.filter((host): host is string => typeof host === 'string' && host !== ''),
    appUrl: env().APP_URL,
  }
  return comesFromUs(sender) ? null : { status: 403, code: 'foreign-origin' }
}

function forwardedHost(req: Request): string | undefined {
  return req.get('X-Forwarded-Host')?.split(',', 1)[0]?.trim()
}

function refuse(req: Request, res: Response, { status, code, allow }: Fault, details = {}) {
  if (allow) res.setHeader('Allow', allow)
  const sentence = refusalSentence(code, 'invalid', details)
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
