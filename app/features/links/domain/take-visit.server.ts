import { hash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { env } from '#app/shared/env.server.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { visitKeys, visitMemory } from './bursts.ts'
import { countVisit } from './counting/count-visits.server.ts'
import { linkAddress } from './link-address.ts'
import type { LinkAt } from './link-at.server.ts'
import { linkCodeIn } from './link-code.ts'
import { visitKind, visitSigns } from './visit.ts'

const memory = visitMemory()
// New with every start, and never written anywhere: what is remembered for half an hour names nobody.
const salt = randomBytes(16).toString('hex')

/** The code that an address of ours asks for; null for any other address. */
export function codeOf(url: string): string | null {
  const [, text] = /^\/go\/([0-9A-Za-z]{7})(?:\?|$)/.exec(url) ?? []
  return text ? linkCodeIn(text) : null
}

const hidden = (text: string) => hash('sha256', salt + text, 'base64')
const isSecure = () => env().APP_URL.startsWith('https:')

// Zones are whole quarters of an hour apart: a day begins with one.
const quarter = 15 * 60_000

type From = { source: string; locale: Locale }

/**
 * Counts a request for a link, from the network address `source` and for a reader of `locale`, and calls back with where
 * it leads when the count is kept.
 */
export function takeVisit(
  req: IncomingMessage,
  link: LinkAt,
  { source, locale }: From,
  kept: (address: string) => void,
): void {
  const now = Date.now()
  const signs = visitSigns(req.method ?? '', req.headers, isSecure())
  const { kind, corrections } = memory.judge({
    ...visitKeys(source, signs.agent, hidden),
    linkId: link.id,
    kind: visitKind(signs),
    isHead: req.method === 'HEAD',
    now,
  })
  const day = dayAt(now, link.timeZone)
  countVisit({ linkId: link.id, kind, day, corrections }, () => kept(linkAddress(link, locale)))
}

const days = new Map<string, { since: number; day: string }>()

function dayAt(now: number, zone: string): string {
  const since = now - (now % quarter)
  const known = days.get(zone)
  if (known?.since === since) return known.day
  const day = plainClock(since, zone).slice(0, 10)
  days.set(zone, { since, day })
  return day
}
