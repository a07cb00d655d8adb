import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'
import { env } from '#app/shared/env.server.ts'
import { isPrivatePath } from '../public-paths.ts'

/** The inline scripts of a page: by the nonce that they carry, or by the hashes of what they say. */
export type InlineScripts = { nonce: string } | { hashes: string[] }

/**
 * What a page may load. A page that hydrates has inline scripts and names them by nonce; a kept page is the same for
 * everybody, so that it names them by their hashes, if it has any (JSON-LD is data, which the policy does not concern).
 */
export function contentSecurityPolicy(path: string, inline: InlineScripts = { hashes: [] }): string {
  const develops = env().NODE_ENV === 'development'
  // In a frame without an origin of its own 'self' may mean nothing: what it loads is named.
  const own = isEmbed(path) ? `'self' ${new URL(env().APP_URL).origin}` : `'self'`
  const scripts =
    'nonce' in inline
      ? `'self' 'strict-dynamic' 'nonce-${inline.nonce}'`
      : [own, ...inline.hashes.map((hash) => `'sha256-${hash}'`)].join(' ')
  return [
    `default-src 'self'`,
    `script-src ${scripts}`,
    // Vite injects style elements while developing.
    `style-src ${own}${develops ? ` 'unsafe-inline'` : ''}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src ${own} data:`,
    `font-src ${own}`,
    `connect-src 'self'${develops ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${isEmbed(path) ? '*' : `'none'`}`,
  ].join('; ')
}

/** The headers that every answer of a path carries, as pairs in a flat list. */
export function securityHeaders(path: string): string[] {
  const list = [...commonHeaders(), 'Content-Security-Policy', contentSecurityPolicy(path)]
  // Feeds and preview images are made to be used by other sites, and so is what an embedded page loads.
  const isLoaded = isOfEmbeds(path)
  const shared =
    /\.(?:ics|atom|json|xml|png|svg)$/.test(path) || path === '/oembed' || isEmbed(path) || isLoaded
  list.push('Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin')
  if (isLoaded) list.push('Access-Control-Allow-Origin', '*')
  if (!isEmbed(path)) list.push('X-Frame-Options', 'DENY')
  if (isPrivatePath(path)) list.push('X-Robots-Tag', 'noindex, nofollow')
  return list
}

/** What no page of ours asks of a browser, and no page that frames us may ask in our name. */
const unused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

let common: string[] | undefined

// helmet says the same for every answer: it is asked once.
function commonHeaders(): string[] {
  if (common) return common
  const set = new Map<string, string>()
  const secure = env().NODE_ENV === 'production' && env().APP_URL.startsWith('https:')
  const ask = helmet({
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: false,
    xFrameOptions: false,
    xPoweredBy: false,
    // Without an opener policy of its own, plain http only earns a warning in the console.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: false },
    // helmet's `no-referrer` makes browsers send `Origin: null` with every form.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  const response = {
    setHeader: (name: string, value: string) => set.set(name, value),
    removeHeader: () => {},
  }
  ask({} as IncomingMessage, response as unknown as ServerResponse, () => {})
  set.set('Permissions-Policy', unused.map((feature) => `${feature}=()`).join(', '))
  common = [...set].flat()
  return common
}

function isEmbed(path: string): boolean {
  return path.startsWith('/embed/')
}

/** The built files, the same for everybody, which a sandboxed frame asks for from no origin. */
function isOfEmbeds(path: string): boolean {
  return path.startsWith('/assets/') || path === '/embed-height.js'
}
