import { expect, it } from 'vitest'
import { agendaChangesAt, nowAndNext } from './now-and-next.ts'

const at = (id: string, from: string, to: string) => ({
  id,
  startsAt: `2027-06-01T${from}:00.000Z`,
  endsAt: `2027-06-01T${to}:00.000Z`,
})
const day = [
  at('a', '09:00', '10:00'),
  at('b', '09:30', '11:00'),
  at('c', '11:00', '12:00'),
  at('d', '11:00', '11:30'),
]
const cases: [string, string, { now: string[]; next: string[] } | null][] = [
  ['the day before', '2027-05-31T20:59:59Z', null],
  ['twelve hours before', '2027-05-31T21:00:00Z', { now: [], next: ['a'] }],
  ['when the first begins', '2027-06-01T09:00:00Z', { now: ['a'], next: ['b'] }],
  ['while two run', '2027-06-01T09:45:00Z', { now: ['a', 'b'], next: ['c', 'd'] }],
  ['when one ends as others begin', '2027-06-01T11:00:00Z', { now: ['c', 'd'], next: [] }],
  ['at the end', '2027-06-01T12:00:00Z', null],
]

it.each(cases)('%s', (_, now, wanted) => {
  const found = nowAndNext(day, new Date(now))
  const ids = (part: 'now' | 'next') => found?.[part].map((one) => one.id)
  expect(found && { now: ids('now'), next: ids('next') }).toEqual(wanted)
})

it.each([
  ['begun late, it still runs', { a: null }, '2027-06-01T10:30:00Z', ['a', 'b']],
  ['begun and forgotten, it is over', { a: null }, '2027-06-01T14:00:00Z', undefined],
  ['ended early, it is over', { a: '2027-06-01T09:20:00Z' }, '2027-06-01T09:45:00Z', ['b']],
  ['begun early, it is no longer next', { c: null }, '2027-06-01T10:45:00Z', ['b', 'c']],
])('what really happened counts: %s', (_, ran, now, running) => {
  const runs = new Map(Object.entries(ran).map(([id, end]) => [id, { endedAt: end && new Date(end) }]))
  const found = nowAndNext(day, new Date(now), runs as Map<string, { endedAt: Date | null }>)
  expect(found?.now.map((one) => one.id)).toEqual(running)
  expect(found?.next.map((one) => one.id)).not.toEqual(expect.arrayContaining(Object.keys(ran)))
})

it('says nothing of no sessions', () => {
  expect(nowAndNext([], new Date())).toBe(null)
  expect(agendaChangesAt([])).toEqual([])
})

it('changes at every moment at which the answer changes', () => {
  const changesAt = agendaChangesAt(day).map((moment) => moment.getTime())
  const seen = (time: number) => JSON.stringify(nowAndNext(day, new Date(time)))
  const start = Date.parse('2027-05-31T18:00:00Z')
  for (let minute = 1; minute < 20 * 60; minute++) {
    const time = start + minute * 60_000
    if (seen(time) !== seen(time - 60_000)) expect(changesAt).toContain(time)
  }
})

it('shows one session a room: the one begun last, or the later of two that only should be on', () => {
  const inRoom = (id: string, from: string, to: string) => ({ ...at(id, from, to), roomId: 'r' })
  const both = [inRoom('early', '09:00', '10:00'), inRoom('late', '09:30', '11:00')]
  const ids = (runs: Map<string, { startedAt: Date; endedAt: Date | null }>) =>
    nowAndNext(both, new Date('2027-06-01T09:45:00Z'), runs)?.now.map((one) => one.id)
  const begun = (clock: string) => ({ startedAt: new Date(`2027-06-01T${clock}:00Z`), endedAt: null })
  expect(ids(new Map())).toEqual(['late'])
  expect(ids(new Map([['early', begun('09:10')]]))).toEqual(['early'])
  expect(
    ids(
      new Map([
        ['early', begun('09:10')],
        ['late', begun('09:40')],
      ]),
    ),
  ).toEqual(['late'])
})
