import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { visitMemory } from './bursts.ts'
import { countVisit } from './count-visits.server.ts'
import { linkAddress } from './link-address.ts'
import { linkAt } from './link-at.server.ts'
import { linkCodeIn } from './link-code.ts'
import { visitKind } from './visit.ts'

const memory = visitMemory()
// New with every start, and never written anywhere: what is remembered for half an hour names nobody.
const salt = randomBytes(16)

/** The code that an address of ours asks for; null for any other address. */
export function codeOf(url: string): string | null {
  const [, text] = /^\/go\/([0-9A-Za-z]{7})(?:\?|$)/.exec(url) ?? []
  return text ? linkCodeIn(text) : null
}

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
  const sent = (name: string) => String(req.headers[name] ?? '')
  const agent = sent('user-agent')
  const said = visitKind({
    method: req.method ?? '',
    agent,
    purpose: [sent('sec-purpose'), sent('purpose'), sent('x-purpose'), sent('x-moz')].join(' '),
    mode: sent('sec-fetch-mode'),
    dest: sent('sec-fetch-dest'),
    language: sent('accept-language'),
    accept: sent('accept'),
  })
  const reader = createHash('sha256').update(salt).update(`${source} ${agent}`).digest('base64url')
  const { kind, corrections } = memory.judge(reader, link.id, said, now)
  await countVisit({ linkId: link.id, kind, day: plainClock(now, link.timeZone).slice(0, 10), corrections })
  return linkAddress(link, locale)
}
