import { expect, test } from 'vitest'
import { type Click, clickReplay, peopleIn } from '#tests/factories/click-replay.ts'
import { visitKeys, visitMemory } from './bursts.ts'
import { type VisitKind, visitKind, visitSigns } from './visit.ts'

/** Counts a replay as the program does: each visit judged, what is taken back taken back. */
function counted(clicks: readonly Click[]) {
  const memory = visitMemory()
  const kinds = new Map<string, Record<VisitKind, number>>()
  const add = (link: string, kind: VisitKind, times: number) => {
    const of = kinds.get(link) ?? { person: 0, machine: 0, unsure: 0 }
    of[kind] += times
    kinds.set(link, of)
  }
  for (const { at, link, address, headers, method } of clicks) {
    const signs = visitSigns(method, headers, true)
    const { kind, corrections } = memory.judge({
      ...visitKeys(address, signs.agent, (text) => text),
      linkId: link,
      kind: visitKind(signs),
      isHead: method === 'HEAD',
      now: at,
    })
    add(link, kind, 1)
    for (const { linkId, was, is, times } of corrections) {
      add(linkId, was, -times)
      add(linkId, is, times)
    }
  }
  return kinds
}

test.each([1, 2, 3, 4, 5])(
  'on a labelled day (%d) likely people are within five in a hundred of the people',
  (seed) => {
    const clicks = clickReplay(seed)
    const [people, kinds] = [peopleIn(clicks), counted(clicks)]
    const all = [...people.values()].reduce((sum, count) => sum + count, 0)
    const likely = [...kinds.values()].reduce((sum, { person }) => sum + person, 0)
    const requests = [...kinds.values()].reduce((sum, one) => sum + one.person + one.machine + one.unsure, 0)
    expect(requests).toBe(clicks.length)
    expect(all).toBeGreaterThan(1000)
    expect(Math.abs(likely - all) / all).toBeLessThanOrEqual(0.05)
    const off = [...people].map(([link, count]) => Math.abs((kinds.get(link)?.person ?? 0) - count) / count)
    expect(Math.max(...off)).toBeLessThanOrEqual(0.05)
  },
)
