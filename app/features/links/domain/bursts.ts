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
export type VisitKeys = { address: string; browser: number; name: string; network: string }
export type Seen = VisitKeys & { linkId: string; kind: VisitKind; isHead: boolean; now: number }

/** An address, the name of its browser, the network that the address is one of, and that with the name. */
export function visitKeys(source: string, agent: string, hide: (text: string) => string): VisitKeys {
  const parts = source.includes(':') ? ':' : '.'
  const address = hide(source)
  const network = hide(source.split(parts, 3).join(parts))
  const browser = numberOf(agent)
  return { address, browser, name: `${network} ${browser}`, network }
}

// A number in place of a name that many share: shorter to remember, and nothing to take a digest of.
let numbers = new Map<string, number>()
let lastNumber = 0

function numberOf(agent: string): number {
  const known = numbers.get(agent)
  if (known) return known
  // Beyond so many names the first ones come again as new ones.
  if (numbers.size >= 2000) numbers = new Map()
  numbers.set(agent, ++lastNumber)
  return lastNumber
}

type Visit = { linkId: string; at: number; kind: VisitKind; browser: number }

/**
 * Remembers for half an hour, in memory, who opened what, and judges the next visit by it. `most` of each kind are
 * remembered; of more, the oldest are forgotten.
 */
export function visitMemory(most = 50_000) {
  const byName = recent<Visit>(most, 24)
  const byAddress = recent<Visit>(most, 64)
  const heads = recent<{ linkId: string; at: number }>(most, 24)

  /** What a visit counts as, `now` in milliseconds. */
  function judge({ address, browser, name, network, linkId, kind: said, isHead, now }: Seen): Judged {
    if (isHead) heads.add(network, { linkId, at: now })
    const isScanned = heads.find(network)?.some((one) => one.linkId === linkId && one.at > now - afterHead)
    const together = byName.find(name)
    const isBurst = together !== undefined && linksIn(together, now - burst.within, linkId) >= burst.links
    const isMachine = said === 'machine' || isScanned || isBurst
    const corrections = isBurst ? takenBack(together, now - burst.within) : []
    const kind: VisitKind = isMachine ? 'machine' : said === 'person' && isAgain() ? 'unsure' : said
    const visit = { linkId, at: now, kind, browser }
    byName.add(name, visit)
    byAddress.add(address, visit)
    return { kind, corrections }

    function isAgain(): boolean {
      const before = byAddress.find(address)?.filter(({ at }) => at > now - again)
      const last = before?.findLast(
        (one) => one.browser === browser && one.linkId === linkId && one.kind !== 'machine',
      )
      if (!before || !last) return false
      const people = before.filter((one) => one.kind === 'person')
      const isCrowd = new Set(people.map((one) => one.browser)).size >= crowd.browsers
      return !isCrowd || last.at > now - crowd.pressesTwice
    }
  }
  return { judge }
}

/** How many different links were asked for since then, with the one that is asked for now; counted no further than needed. */
function linksIn(visits: Visit[], since: number, now: string): number {
  const links = [now]
  for (const { linkId, at } of visits) {
    if (at > since && !links.includes(linkId)) links.push(linkId)
    if (links.length >= burst.links) break
  }
  return links.length
}

/** Those since then are a scanner's: what was counted of them as people is corrected. */
function takenBack(visits: Visit[], since: number): Correction[] {
  const corrections: Correction[] = []
  for (const visit of visits) {
    if (visit.at <= since) continue
    if (visit.kind === 'person')
      corrections.push({ linkId: visit.linkId, was: 'person', is: 'machine', times: 1 })
    visit.kind = 'machine'
  }
  return corrections
}

/**
 * The last `each` entries of each key. Of keys it remembers `most`, in two halves: when the newer one is full, the older
 * one is forgotten, so that forgetting costs nothing however many there are.
 */
function recent<Entry extends { at: number }>(most: number, each: number) {
  let newer = new Map<string, Entry[]>()
  let older = new Map<string, Entry[]>()
  const find = (key: string) => newer.get(key) ?? older.get(key)
  return {
    find,
    add(key: string, entry: Entry) {
      const known = newer.get(key)
      if (known) {
        if (known.push(entry) > each) known.shift()
        return
      }
      if (newer.size >= most / 2) {
        older = newer
        newer = new Map()
      }
      const before = older.get(key)
      newer.set(key, before ? [...before.slice(1 - each), entry] : [entry])
    },
  }
}
