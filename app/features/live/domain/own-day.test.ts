import { expect, test } from 'vitest'
import type { LiveSession, LiveState, LiveTurn } from './live-state.ts'
import { besideInRoom } from './live-state.ts'
import { ownDay } from './own-day.ts'

const iso = (clock: string) => `2027-03-11T${clock}:00.000Z`
const at = (clock: string) => Date.parse(iso(clock))
const turn = (personId: string, minutes: number, startedAt: string | null = null): LiveTurn => ({
  id: startedAt && personId,
  personId,
  name: personId,
  role: 'speaker',
  plannedSeconds: minutes * 60,
  startedAt: startedAt && iso(startedAt),
  pausedAt: null,
  pausedSeconds: 0,
  endedAt: null,
})
const session = (id: string, from: string, to: string, more: Partial<LiveSession> = {}): LiveSession => ({
  id,
  slug: id,
  kind: 'panel',
  title: {},
  roomId: 'r',
  startsAt: iso(from),
  endsAt: iso(to),
  startedAt: null,
  endedAt: null,
  turns: [],
  ...more,
})
const state = (sessions: LiveSession[]): LiveState => ({
  revision: 1,
  at: iso('09:00'),
  rooms: [],
  sessions,
  questions: [],
})
const running = session('now', '09:00', '10:00', {
  startedAt: iso('09:00'),
  turns: [turn('a', 30, '09:40'), turn('b', 20)],
})
const of = (sessions: LiveSession[], own: string[], clock: string) =>
  ownDay(state(sessions), new Set(own), at(clock)).map((one) => [
    one.id,
    one.state,
    one.speaking?.name,
    one.late,
  ])

test('a session that runs is as late as its turns make it, and says who speaks', () => {
  expect(of([running], ['now'], '09:50')).toEqual([['now', 'running', 'a', 30]])
})

test('one that waits behind it in its room is late with it, but for the rest between them', () => {
  const next = session('next', '10:10', '11:00')
  const elsewhere = session('elsewhere', '10:00', '11:00', { roomId: 'other' })
  expect(of([running, next, elsewhere], ['next', 'elsewhere'], '09:50')).toEqual([
    ['next', 'waiting', undefined, 20],
    ['elsewhere', 'waiting', undefined, 0],
  ])
})

test('one that was ended is over, and another day is nobody’s today', () => {
  const over = session('over', '08:00', '09:00', { startedAt: iso('08:00'), endedAt: iso('09:20') })
  expect(of([over], ['over'], '09:50')).toEqual([['over', 'over', undefined, 0]])
  expect(ownDay(state([over]), new Set(['over']), at('09:50') + 48 * 3_600_000)).toEqual([])
})

test('a session left running in the room is found by whoever runs the next', () => {
  const next = session('next', '10:00', '11:00', { startedAt: iso('10:00') })
  expect(besideInRoom(state([running, next]), next).map((one) => one.id)).toEqual(['now'])
  expect(besideInRoom(state([running, { ...next, roomId: null }]), { ...next, roomId: null })).toEqual([])
})
