import type { VisitKind } from './visit.ts'

/** How a count changes: `was` is taken back where an earlier visit turns out to be something else. */
export type Correction = { linkId: string; was: VisitKind; is: VisitKind; times: number }
export type Judged = { kind: VisitKind; corrections: Correction[] }

const second = 1000
const minute = 60 * second
/**
 * What opens that many different links within those seconds, under one name from one network, reads no page: it is a
 * scanner that follows a whole mail, some of them from changing addresses.
 */
const burst = { links: 3, within: 12 * second }
/** Who opens one link again within that time is the same reader, who pressed twice or came back to the page. */
const again = 30 * minute
/** Whoever looks at the head of a link alone, looks into it within that time. */
const afterHead = minute
/**
 * An address from which so many different browsers came lately is a hall or a company: its people share the few names
 * that browsers have, and only who presses twice at once is the same one.
 */
const crowd = { browsers: 4, pressesTwice: 2 * second }

/** Who a visit comes from, as far as is remembered: under keys that mean nothing later. */
export type VisitKeys = { address: string; reader: string; name: string; network: string }
export type Seen = VisitKeys & { linkId: string; kind: VisitKind; isHead: boolean; now: number }

/** An address alone, with the name of its browser, and both for the network that the address is one of. */
export function visitKeys(source: string, agent: string, hide: (text: string) => string): VisitKeys {
  const network = source.includes(':')
    ? source.split(':').slice(0, 3).join(':')
    : source.split('.').slice(0, 3).join('.')
  return {
    address: hide(source),
    reader: hide(`${source} ${agent}`),
    name: hide(`${network} ${agent}`),
    network: hide(network),
  }
}

type Visit = { linkId: string; at: number; kind: VisitKind }

/**
 * Remembers for half an hour, in memory, who opened what, and judges the next visit by it. `most` of each kind are
 * remembered; of more, the oldest are forgotten.
 */
export function visitMemory(most = 50_000) {
  const byName = recent<Visit>(most, 24)
  const byReader = recent<Visit>(most, 24)
  const heads = recent<{ linkId: string; at: number }>(most, 24)
  const browsersAt = recent<{ reader: string; at: number }>(most, 64)

  /** What a visit counts as, `now` in milliseconds. */
  function judge({ address, reader, name, network, linkId, kind: said, isHead, now }: Seen): Judged {
    if (isHead) heads.add(network, { linkId, at: now })
    const isScanned = heads.since(network, now - afterHead).some((one) => one.linkId === linkId)
    const together = byName.since(name, now - burst.within)
    const isBurst = new Set([linkId, ...together.map((one) => one.linkId)]).size >= burst.links
    const isMachine = said === 'machine' || isScanned || isBurst
    const corrections = isBurst ? together.filter(({ kind }) => kind === 'person').map(takenBack) : []
    if (isBurst) for (const one of together) one.kind = 'machine'
    const kind: VisitKind = isMachine ? 'machine' : said === 'person' && isAgain() ? 'unsure' : said
    const visit = { linkId, at: now, kind }
    byName.add(name, visit)
    byReader.add(reader, visit)
    if (kind === 'person') browsersAt.add(address, { reader, at: now })
    return { kind, corrections }

    function isAgain(): boolean {
      const browsers = new Set(browsersAt.since(address, now - again).map((one) => one.reader))
      const window = browsers.size >= crowd.browsers ? crowd.pressesTwice : again
      return byReader
        .since(reader, now - window)
        .some((one) => one.linkId === linkId && one.kind !== 'machine')
    }
  }
  return { judge }
}

/** The last `each` entries of each key, of the `most` keys that were heard of last. */
function recent<Entry extends { at: number }>(most: number, each: number) {
  const kept = new Map<string, Entry[]>()
  return {
    since: (key: string, from: number): Entry[] => (kept.get(key) ?? []).filter(({ at }) => at > from),
    add(key: string, entry: Entry) {
      const entries = (kept.get(key) ?? []).slice(1 - each)
      kept.delete(key)
      kept.set(key, [...entries, entry])
      if (kept.size > most) kept.delete(kept.keys().next().value as string)
    },
  }
}

function takenBack({ linkId, kind }: Visit): Correction {
  return { linkId, was: kind, is: 'machine', times: 1 }
}
