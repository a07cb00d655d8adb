import { describe, expect, it } from 'vitest'
import { compactAfter, insertGap, type Stretch, shiftAfter } from '../flow.ts'
import { afterEdits, type DraftSession, turnedRound } from './draft-edit.ts'
import {
  copySession,
  dropSession,
  lengthOf,
  moveSessions,
  newSession,
  placeSession,
  resizeSession,
  takeBackSession,
  unscheduleSession,
} from './gestures.ts'

const at = (clock: string) => Date.parse(`2025-03-11T${clock}Z`)

/** `a 18:00-18:30 large` as a session; `b` alone waits in the tray; a name beginning with `break` is one. */
function session(written: string): DraftSession {
  const [id = '', times, roomId = null] = written.split(' ')
  const [startsAt = null, endsAt = null] = (times?.split('-') ?? []).map((one) =>
    new Date(at(one)).toISOString(),
  )
  return {
    id,
    slug: id,
    kind: id.startsWith('break') ? 'break' : 'talk',
    title: { vi: id },
    abstract: {},
    languages: [],
    interpretation: [],
    films: [],
    trackId: null,
    roomId,
    startsAt,
    endsAt,
    capacity: null,
    signUp: false,
    dropped: id.startsWith('dropped'),
    appearances: [],
  }
}

function written({ id, startsAt, endsAt, roomId }: DraftSession): string {
  const time = startsAt && endsAt && `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`
  return [id, time, roomId].filter(Boolean).join(' ')
}

const one = session('a 18:00-18:30 large')

describe('one session', () => {
  it.each([
    ['moves to a time', placeSession(one, { startsAt: at('19:00') }), 'a 19:00-19:30 large'],
    ['moves to a room', placeSession(one, { startsAt: at('18:00'), roomId: 's' }), 'a 18:00-18:30 s'],
    ['moves by minutes', moveSessions([one], { minutes: -5 }), 'a 17:55-18:25 large'],
    ['gets another length', resizeSession(one, 45), 'a 18:00-18:45 large'],
    ['is never shorter than a step', resizeSession(one, -10), 'a 18:00-18:05 large'],
    ['goes to the tray and keeps its room', unscheduleSession(one), 'a large'],
  ])('%s', (_, edits, wanted) => {
    const after = afterEdits([one], edits)
    expect(after.map(written)).toEqual([wanted])
    expect(afterEdits(after, edits.map(turnedRound))).toEqual([one])
  })

  it('is dropped and taken back', () => {
    const [gone] = afterEdits([one], dropSession(one))
    expect(gone?.dropped).toBe(true)
    expect(gone && afterEdits([gone], takeBackSession(gone))).toEqual([one])
  })

  it('is copied behind itself, under a name of its own', () => {
    const [, copy] = afterEdits([one], copySession(one, 'b'))
    expect(copy && written(copy)).toBe('b 18:30-19:00 large')
    expect(afterEdits([], copySession(session('tray'), 'b')).map(written)).toEqual(['b'])
  })

  it('changes nothing when it stays', () => {
    expect(placeSession(one, { startsAt: at('18:00'), roomId: 'large' })).toEqual([])
    expect(moveSessions([session('tray')], { minutes: 5 })).toEqual([])
  })

  it('takes what its speakers take, or what its kind does', () => {
    const turn = { personId: 'p', role: 'speaker' as const, minutes: 12, deputyForId: null }
    expect(lengthOf({ ...session('b'), appearances: [turn, { ...turn, minutes: 8 }] })).toBe(20)
    expect([lengthOf(session('b')), lengthOf(session('break'))]).toEqual([30, 15])
    expect(newSession('n', { title: { vi: 'Mới' }, kind: 'panel' })).toMatchObject([
      { kind: 'add', sessionId: 'n', set: { title: { vi: 'Mới' }, startsAt: null, dropped: false } },
    ])
  })
})

const day: Stretch = { after: at('18:00'), until: at('23:59'), roomId: 'large', keepBreaks: true }

type Row = [
  what: string,
  before: string[],
  gesture: (sessions: DraftSession[]) => ReturnType<typeof shiftAfter>,
  after: string[],
]
const rows: Row[] = [
  [
    'shifting moves what begins at the point or later, in that room',
    ['x 17:30-18:00 large', 'a 18:00-18:30 large', 'b 19:00-19:30 large', 'c 18:00-18:30 small', 'tray'],
    (all) => shiftAfter(all, day, 10),
    ['x 17:30-18:00 large', 'a 18:10-18:40 large', 'b 19:10-19:40 large', 'c 18:00-18:30 small', 'tray'],
  ],
  [
    'shifting in all rooms takes all along',
    ['a 18:00-18:30 large', 'c 18:15-18:45 small', 'd 19:00-19:30'],
    (all) => shiftAfter(all, { ...day, roomId: 'all' }, -15),
    ['a 17:45-18:15 large', 'c 18:00-18:30 small', 'd 18:45-19:15'],
  ],
  [
    'shifting goes round a break that stays, and pushes what follows',
    ['a 18:00-18:30 large', 'break 18:35-18:50', 'b 18:50-19:20 large'],
    (all) => shiftAfter(all, day, 10),
    ['a 18:50-19:20 large', 'break 18:35-18:50', 'b 19:20-19:50 large'],
  ],
  [
    'shifting takes breaks along when they need not stay',
    ['a 18:00-18:30 large', 'break 18:30-18:45 large', 'b 18:45-19:00 large'],
    (all) => shiftAfter(all, { ...day, keepBreaks: false }, 10),
    ['a 18:10-18:40 large', 'break 18:40-18:55 large', 'b 18:55-19:10 large'],
  ],
  [
    'shifting earlier stops behind a break',
    ['break 18:00-18:20 large', 'a 18:25-18:40 large', 'b 19:00-19:30 large'],
    (all) => shiftAfter(all, day, -20),
    ['break 18:00-18:20 large', 'a 18:20-18:35 large', 'b 18:40-19:10 large'],
  ],
  [
    'shifting leaves the next day and what was dropped',
    ['a 18:00-18:30 large', 'dropped 18:00-18:30 large', 'b 20:00-20:30 large'],
    (all) => shiftAfter(all, { ...day, until: at('20:00') }, 5),
    ['a 18:05-18:35 large', 'dropped 18:00-18:30 large', 'b 20:00-20:30 large'],
  ],
  [
    'compacting closes gaps, behind what still runs',
    ['x 17:45-18:10 large', 'a 18:20-18:30 large', 'b 19:00-19:30 large'],
    (all) => compactAfter(all, day),
    ['x 17:45-18:10 large', 'a 18:10-18:20 large', 'b 18:20-18:50 large'],
  ],
  [
    'compacting keeps breaks in place and nothing jumps over them',
    ['a 18:10-18:20 large', 'break 19:00-19:15 large', 'b 19:30-19:40 large'],
    (all) => compactAfter(all, day),
    ['a 18:00-18:10 large', 'break 19:00-19:15 large', 'b 19:15-19:25 large'],
  ],
  [
    'compacting all rooms keeps what runs side by side in step',
    ['a 18:30-19:00 large', 'c 18:45-19:30 small', 'b 20:00-20:30 large'],
    (all) => compactAfter(all, { ...day, roomId: 'all' }),
    ['a 18:00-18:30 large', 'c 18:15-19:00 small', 'b 19:00-19:30 large'],
  ],
  [
    'a gap pushes only what stands in its way',
    ['a 18:00-18:30 large', 'b 18:30-19:00 large', 'c 19:30-20:00 large'],
    (all) => insertGap(all, day, 20),
    ['a 18:20-18:50 large', 'b 18:50-19:20 large', 'c 19:30-20:00 large'],
  ],
  [
    'a gap where there is one already changes nothing',
    ['a 18:30-19:00 large'],
    (all) => insertGap(all, day, 20),
    ['a 18:30-19:00 large'],
  ],
]

describe('everything after a point', () => {
  it.each(rows)('%s', (_, before, gesture, wanted) => {
    const sessions = before.map(session)
    const edits = gesture(sessions)
    const after = afterEdits(sessions, edits)
    expect(after.map(written)).toEqual(wanted)
    expect(afterEdits(after, edits.map(turnedRound))).toEqual(sessions)
  })
})
