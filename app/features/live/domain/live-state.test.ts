import { describe, expect, test } from 'vitest'
import { liveAround } from './live-around.ts'
import {
  clockOf,
  type LiveSession,
  type LiveState,
  type LiveTurn,
  nextTurn,
  roomMoment,
  runningTurn,
  turnsOf,
} from './live-state.ts'

const day = Date.UTC(2027, 2, 11)
const at = (clock: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return day + (hours * 3600 + minutes * 60 + seconds) * 1000
}
const iso = (clock: string) => new Date(at(clock)).toISOString()

const turn = (values: Partial<LiveTurn> = {}): LiveTurn => ({
  id: '1',
  personId: 'a',
  name: 'An',
  role: 'speaker',
  plannedSeconds: 600,
  startedAt: iso('9:00'),
  pausedAt: null,
  pausedSeconds: 0,
  endedAt: null,
  ...values,
})

describe('the clock of a turn', () => {
  test.each<[string, Partial<LiveTurn>, string, ReturnType<typeof clockOf>]>([
    ['has just begun', {}, '9:00', { spoken: 0, left: 600, tone: 'calm' }],
    ['has time', {}, '9:07:59', { spoken: 479, left: 121, tone: 'calm' }],
    ['is in its last fifth', {}, '9:08', { spoken: 480, left: 120, tone: 'soon' }],
    ['has a second left', {}, '9:09:59', { spoken: 599, left: 1, tone: 'soon' }],
    ['has no time left', {}, '9:10', { spoken: 600, left: 0, tone: 'over' }],
    ['is over', {}, '9:11:30', { spoken: 690, left: -90, tone: 'over' }],
    [
      'is long: two minutes are soon',
      { plannedSeconds: 3600 },
      '9:57:59',
      { spoken: 3479, left: 121, tone: 'calm' },
    ],
    [
      'is short: thirty seconds are soon',
      { plannedSeconds: 60 },
      '9:00:30',
      { spoken: 30, left: 30, tone: 'soon' },
    ],
    ['was paused once', { pausedSeconds: 60 }, '9:05', { spoken: 240, left: 360, tone: 'calm' }],
    ['is paused: it stands', { pausedAt: iso('9:02') }, '9:40', { spoken: 120, left: 480, tone: 'calm' }],
    [
      'is paused a second time',
      { pausedAt: iso('9:05'), pausedSeconds: 60 },
      '9:40',
      { spoken: 240, left: 360, tone: 'calm' },
    ],
    ['has ended', { endedAt: iso('9:12') }, '9:40', { spoken: 720, left: -120, tone: 'over' }],
    [
      'has ended after a pause',
      { endedAt: iso('9:12'), pausedSeconds: 300 },
      '9:40',
      { spoken: 420, left: 180, tone: 'calm' },
    ],
    ['has no minutes', { plannedSeconds: null }, '9:40', { spoken: 2400, left: null, tone: 'calm' }],
    ['is still to come', { startedAt: null }, '9:40', { spoken: 0, left: 600, tone: 'calm' }],
    ['was seen by a clock that is behind', {}, '8:59:50', { spoken: 0, left: 600, tone: 'calm' }],
  ])('%s', (_, values, now, clock) => {
    expect(clockOf(turn(values), at(now))).toEqual(clock)
  })
})

describe('the turns of a session', () => {
  const planned = [
    { personId: 'a', name: 'An', role: 'speaker', minutes: 10 },
    { personId: 'b', name: 'Bình', role: 'discussant', minutes: null },
    { personId: 'c', name: 'Chi', role: 'moderator', minutes: 5 },
  ] as const
  const spoke = (id: string, personId: string) => {
    const { role: _, ...rest } = turn({ id, personId, name: personId, endedAt: iso('9:10') })
    return { ...rest, id }
  }
  const line = (one: LiveTurn) => `${one.id ?? '–'} ${one.personId} ${one.role} ${one.plannedSeconds}`

  test.each<[string, ReturnType<typeof spoke>[], string[]]>([
    ['nobody has spoken', [], ['– a speaker 600', '– b discussant null', '– c moderator 300']],
    [
      'who has spoken stands first, in the order it happened',
      [spoke('1', 'c'), spoke('2', 'a')],
      ['1 c moderator 600', '2 a speaker 600', '– b discussant null'],
    ],
    [
      'a second turn is a line of its own',
      [spoke('1', 'a'), spoke('2', 'a')],
      ['1 a speaker 600', '2 a speaker 600', '– b discussant null', '– c moderator 300'],
    ],
    [
      'somebody who is no longer in the agenda has spoken all the same',
      [spoke('1', 'z')],
      ['1 z null 600', '– a speaker 600', '– b discussant null', '– c moderator 300'],
    ],
  ])('%s', (_, spoken, lines) => {
    expect(turnsOf(planned, spoken).map(line)).toEqual(lines)
  })
})

const session = (id: string, from: string, to: string, values: Partial<LiveSession> = {}): LiveSession => ({
  id,
  slug: id,
  kind: 'panel',
  title: {},
  roomId: 'hall',
  turns: [],
  startsAt: iso(from),
  endsAt: iso(to),
  startedAt: null,
  endedAt: null,
  ...values,
})
const stateOf = (sessions: LiveSession[]): LiveState => ({
  revision: 1,
  at: iso('9:00'),
  rooms: [],
  questions: [],
  sessions,
})

test('who speaks and who is next', () => {
  const [spoken, paused, waiting] = [
    turn({ id: '1', endedAt: iso('9:10') }),
    turn({ id: '2', pausedAt: iso('9:12') }),
    turn({ id: null, startedAt: null }),
  ]
  expect(runningTurn(session('x', '9:00', '10:00', { turns: [spoken, paused, waiting] }))).toBe(paused)
  expect(nextTurn(session('x', '9:00', '10:00', { turns: [spoken, paused, waiting] }))).toBe(waiting)
  expect(runningTurn(session('x', '9:00', '10:00', { turns: [spoken] }))).toBeNull()
  expect(nextTurn(session('x', '9:00', '10:00', { turns: [spoken] }))).toBeNull()
})

describe('what a room shows', () => {
  const open = { startedAt: iso('9:00') }
  const over = { startedAt: iso('9:00'), endedAt: iso('9:40') }
  test.each<[string, LiveSession[], string | null, string, string]>([
    [
      'before the first',
      [session('a', '9:00', '10:00'), session('b', '10:00', '11:00')],
      null,
      '8:00',
      '– a b',
    ],
    ['by the hour', [session('a', '9:00', '10:00'), session('b', '10:00', '11:00')], null, '9:00', 'a b'],
    [
      'an overrun stays',
      [session('a', '9:00', '10:00', open), session('b', '10:00', '11:00')],
      null,
      '10:20',
      'a b',
    ],
    [
      'ended early: a gap',
      [session('a', '9:00', '10:00', over), session('b', '10:00', '11:00')],
      null,
      '9:45',
      '– b',
    ],
    [
      'started early',
      [session('a', '9:00', '10:00', over), session('b', '10:00', '11:00', open)],
      null,
      '9:45',
      'b –',
    ],
    [
      'the next was started while one before it still runs',
      [
        session('a', '9:00', '10:00', open),
        session('b', '10:00', '11:00', open),
        session('c', '11:00', '12:00'),
      ],
      null,
      '10:05',
      'b c',
    ],
    [
      'a room has its own sessions, and those of everybody',
      [
        session('a', '9:00', '10:00', { roomId: 'loft' }),
        session('b', '9:00', '10:00'),
        session('tea', '10:00', '10:30', { roomId: null }),
        session('c', '10:30', '11:00', { roomId: 'loft' }),
      ],
      'hall',
      '9:30',
      'b tea',
    ],
    ['after the last', [session('a', '9:00', '10:00')], null, '10:00', '– –'],
  ])('%s', (_, sessions, room, now, shown) => {
    const { now: current, next, later } = roomMoment(stateOf(sessions), room, at(now))
    expect([current?.id ?? '–', next?.id ?? '–', ...later.map((one) => one.id)].join(' ')).toBe(shown)
  })
})

test('screens are sent what runs and what is near', () => {
  const hours = (count: number) => new Date(at('9:00') + count * 3_600_000).toISOString()
  const far = { startsAt: hours(-40), endsAt: hours(-39) }
  const sessions = [
    session('long past', '0:00', '0:00', far),
    session('never ended', '0:00', '0:00', { ...far, startedAt: far.startsAt }),
    session('rehearsed', '0:00', '0:00', { ...far, startedAt: hours(-2), endedAt: hours(-1) }),
    session('today', '10:00', '11:00'),
    session('next week', '0:00', '0:00', { startsAt: hours(160), endsAt: hours(161) }),
  ]
  const shown = liveAround(stateOf(sessions), at('9:00')).sessions.map((one) => one.id)
  expect(shown).toEqual(['never ended', 'rehearsed', 'today'])
})
