import type { VisitKind } from '../visit.ts'

/** How often one link was asked for on one day; what is taken back is below nought. */
export type VisitCount = { linkId: string; day: string } & Record<VisitKind, number>
/** By link and day. */
export type VisitCounts = Map<string, VisitCount>

/** The count of a link on a day, to add to. */
export function countOf(counts: VisitCounts, linkId: string, day: string): VisitCount {
  const key = linkId + day
  const known = counts.get(key)
  if (known) return known
  const none = { linkId, day, person: 0, machine: 0, unsure: 0 }
  counts.set(key, none)
  return none
}

export function addCounts(to: VisitCounts, from: VisitCounts): void {
  for (const { linkId, day, person, machine, unsure } of from.values()) {
    const count = countOf(to, linkId, day)
    count.person += person
    count.machine += machine
    count.unsure += unsure
  }
}

/** The same as lines of a journal, each ended. */
export function countLines(counts: VisitCounts): string {
  let lines = ''
  for (const { linkId, day, person, machine, unsure } of counts.values())
    lines += `${linkId} ${day} ${person} ${machine} ${unsure}\n`
  return lines
}

const line = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{4}-\d\d-\d\d) (-?\d+) (-?\d+) (-?\d+)$/

/** What lines of a journal say together; one that is broken says nothing. */
export function countsIn(lines: string): VisitCounts {
  const counts: VisitCounts = new Map()
  for (const text of lines.split('\n')) {
    const [, linkId, day, ...numbers] = line.exec(text) ?? []
    if (!linkId || !day) continue
    const [person = 0, machine = 0, unsure = 0] = numbers.map(Number)
    const count = countOf(counts, linkId, day)
    count.person += person
    count.machine += machine
    count.unsure += unsure
  }
  return counts
}
