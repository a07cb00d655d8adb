import { describe, expect, it, test } from 'vitest'
import type { LiveSession, LiveState } from './live-state.ts'
import { nextOf, restOf, screenChangesAt, screenMoment } from './screen-moment.ts'

const at = (time: string) => Date.parse(`2027-06-01T${time.padStart(5, '0')}:00Z`)

function session(id: string, from: string, to: string, more: Partial<LiveSession> = {}): LiveSession {
  return {
    id,
    slug: id,
    kind: 'talk',
    title: { vi: id },
    roomId: 'hall',
    turns: [],
    startsAt: new Date(at(from)).toISOString(),
    endsAt: new Date(at(to)).toISOString(),
    startedAt: null,
    endedAt: null,
    ...more,
  }
}

const began = (time: string) => ({ startedAt: new Date(at(time)).toISOString() })
const loft = { roomId: 'loft' }
const rooms = ['hall', 'loft'].map((id) => ({ id, name: { vi: id } }))
const stateOf = (sessions: LiveSession[], all = rooms): LiveState => ({
  revision: 1,
  at: new Date(at('9:00')).toISOString(),
  rooms: all,
  sessions,
  questions: [],
})

describe('a screen shows', () => {
  it.each<[string, LiveSession[], string | null, string, string]>([
    [
      'what is on in every room, when it is of no room',
      [session('a', '9:00', '10:00'), session('b', '9:15', '10:00', loft), session('c', '10:00', '11:00')],
      ...([null, '9:30', 'a b | c'] as const),
    ],
    [
      'of its room only what is there',
      [
        session('a', '9:00', '10:00'),
        session('b', '9:15', '10:00', loft),
        session('c', '10:00', '11:00', loft),
      ],
      ...(['loft', '9:30', 'b | c'] as const),
    ],
    [
      'what is for everybody once',
      [session('tea', '9:00', '10:00', { roomId: null }), session('end', '10:00', '10:30', { roomId: null })],
      ...([null, '9:30', 'tea | end'] as const),
    ],
    [
      'what comes soonest first, in whatever room',
      [
        session('b', '9:30', '10:00', loft),
        session('a', '10:00', '10:30'),
        session('c', '10:15', '11:00', loft),
      ],
      ...([null, '9:00', ' | b a c'] as const),
    ],
    [
      'what runs over its hour, but not what somebody forgot to end',
      [session('a', '9:00', '10:00', began('9:00')), session('b', '14:00', '15:00')],
      ...([null, '13:59', 'a | b'] as const),
    ],
    [
      'nothing that somebody forgot to end four hours before',
      [session('a', '9:00', '10:00', began('9:00')), session('b', '15:00', '16:00')],
      ...([null, '14:00', ' | b'] as const),
    ],
  ])('%s', (_, sessions, room, now, shown) => {
    const found = screenMoment(stateOf(sessions), room, at(now))
    const ids = (list: LiveSession[]) => list.map((one) => one.id).join(' ')
    expect(`${ids(found.now)} | ${ids(found.coming)}`).toBe(shown)
  })
})

it.each<[string, LiveSession[], string, string]>([
  ['before the first', [session('a', '9:00', '10:00'), session('b', '11:00', '12:00')], '8:00', 'before a'],
  ['between two', [session('a', '9:00', '10:00'), session('b', '11:00', '12:00')], '10:30', 'between b'],
  ['after the last', [session('a', '9:00', '10:00')], '10:00', 'after –'],
  ['without an agenda', [], '10:00', 'between –'],
])('a room rests %s', (_, sessions, now, rest) => {
  const { kind, next } = restOf(stateOf(sessions), null, at(now))
  expect(`${kind} ${next?.id ?? '–'}`).toBe(rest)
})

test('a screen is made anew whenever the clock alone changes it', () => {
  const sessions = [session('a', '9:00', '10:00', began('9:00')), session('b', '10:30', '11:00', loft)]
  const changesAt = screenChangesAt(sessions)
  const seen = (time: number) => {
    const found = screenMoment(stateOf(sessions), null, time)
    return [found.now, found.coming].map((list) => list.map((one) => one.id).join(' ')).join(' | ')
  }
  const changes = Array.from({ length: 12 * 60 }, (_, n) => at('8:00') + n * 60_000).filter(
    (time) => seen(time) !== seen(time - 60_000),
  )
  expect(changes).toEqual([at('10:30'), at('11:00'), at('14:00')])
  expect(changesAt.map((moment) => moment.getTime())).toEqual(expect.arrayContaining(changes))
  expect(nextOf(changesAt, new Date(at('10:30')))).toBe(at('11:00'))
  expect(nextOf(changesAt, new Date(at('23:59') + 86_400_000))).toBe(null)
})
