import type { VisitKind } from './visit.ts'

/** How a count changes: `was` is taken back where an earlier visit turns out to be something else. */
export type Correction = { linkId: string; was: VisitKind; is: VisitKind; times: number }
export type Judged = { kind: VisitKind; corrections: Correction[] }

/** Who opens that many different links within those seconds reads no page: it is a scanner that follows a whole mail. */
const burst = { links: 3, seconds: 10 }
/** Who opens one link again within that time is the same reader, who pressed twice or came back to the page. */
const again = 30 * 60_000

type Seen = { linkId: string; at: number; kind: VisitKind }

/**
 * Remembers for minutes, in memory and under a key that means nothing later, who opened what, and judges the next visit
 * by it. `most` readers are remembered; of more, the oldest are forgotten.
 */
export function visitMemory(most = 50_000) {
  const readers = new Map<string, Seen[]>()
  return {
    /** What a visit counts as: `reader` is whoever it comes from, `now` in milliseconds. */
    judge(reader: string, linkId: string, kind: VisitKind, now: number): Judged {
      const before = (readers.get(reader) ?? []).filter(({ at }) => now - at < again)
      const recent = before.filter(({ at }) => now - at < burst.seconds * 1000)
      const links = new Set([linkId, ...recent.map((one) => one.linkId)])
      const isBurst = links.size >= burst.links
      const corrections = isBurst ? recent.filter((one) => one.kind === 'person').map(takenBack) : []
      if (isBurst) for (const one of recent) one.kind = 'machine'
      const isAgain = before.some((one) => one.linkId === linkId && one.kind !== 'machine')
      const judged: VisitKind = isBurst ? 'machine' : isAgain && kind === 'person' ? 'unsure' : kind
      readers.delete(reader)
      readers.set(reader, [...before.slice(-20), { linkId, at: now, kind: judged }])
      if (readers.size > most) readers.delete(readers.keys().next().value as string)
      return { kind: judged, corrections }
    },
  }
}

function takenBack({ linkId, kind }: Seen): Correction {
  return { linkId, was: kind, is: 'machine', times: 1 }
}
