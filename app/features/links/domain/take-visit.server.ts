import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { env } from '#app/shared/env.server.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { visitKeys, visitMemory } from './bursts.ts'
import { countVisit } from './count-visits.server.ts'
import { linkAddress } from './link-address.ts'
import { linkAt } from './link-at.server.ts'
import { linkCodeIn } from './link-code.ts'
import { visitKind, visitSigns } from './visit.ts'

const memory = visitMemory()
// New with every start, and never written anywhere: what is remembered for half an hour names nobody.
const salt = randomBytes(16)

/** The code that an address of ours asks for; null for any other address. */
export function codeOf(url: string): string | null {
  const [, text] = /^\/go\/([0-9A-Za-z]{7})(?:\?|$)/.exec(url) ?? []
  return text ? linkCodeIn(text) : null
}

const hidden = (text: string) => createHash('sha256').update(salt).update(text).digest('base64url')
const isSecure = () => env().APP_URL.startsWith('https:')

type From = { source: string; locale: Locale }

/**
 * Counts a request for a link, from the network address `source` and for a reader of `locale`, and answers where it
 * leads: null when there is no such link. The count is in the database before it answers.
 */
export async function takeVisit(
  req: IncomingMessage,
  code: string,
  { source, locale }: From,
): Promise<string | null> {
  const link = await linkAt(code)
  if (!link) return null
  const now = Date.now()
  const signs = visitSigns(req.method ?? '', req.headers, isSecure())
  const { kind, corrections } = memory.judge({
    ...visitKeys(source, signs.agent, hidden),
    linkId: link.id,
    kind: visitKind(signs),
    isHead: req.method === 'HEAD',
    now,
  })
  await countVisit({ linkId: link.id, kind, day: plainClock(now, link.timeZone).slice(0, 10), corrections })
  return linkAddress(link, locale)
}
