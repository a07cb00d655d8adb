import { describe, expect, test } from 'vitest'
import { afterEdits, type DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { endBeyondEvent, minutesLate, waysToCatchUp } from './catch-up.ts'
import type { LiveSession, LiveTurn } from './live-state.ts'

const day = Date.UTC(2027, 2, 11)
const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return day + (hours * 60 + minutes) * 60_000
}
const iso = (clock: string) => new Date(at(clock)).toISOString()

type People = [string, number | null][]
function drafted(
  id: string,
  from: string,
  to: string,
  values: Partial<DraftSession> & { people?: People } = {},
) {
  const { people = [], ...rest } = values
  const session: DraftSession = {
    id,
    slug: id,
    kind: 'panel',
    title: { vi: id },
    abstract: {},
    languages: [],
    interpretation: [],
    films: [],
    trackId: null,
    roomId: 'r',
    capacity: null,
    signUp: false,
    dropped: false,
    startsAt: iso(from),
    endsAt: iso(to),
    appearances: people.map(([personId, minutes]) => ({
      personId,
      minutes,
      role: 'speaker',
      deputyForId: null,
    })),
    ...rest,
  }
  return session
}

const turn = (personId: string, minutes: number | null, times: Partial<LiveTurn> = {}): LiveTurn => ({
  id: null,
  personId,
  name: personId,
  role: 'speaker',
  startedAt: null,
  pausedAt: null,
  pausedSeconds: 0,
  endedAt: null,
  plannedSeconds: minutes === null ? null : minutes * 60,
  ...times,
})

function running(
  from: string,
  to: string,
  turns: LiveTurn[],
  values: Partial<LiveSession> = {},
): LiveSession {
  return {
    id: 'now',
    slug: 'now',
    kind: 'panel',
    title: {},
    roomId: 'r',
    turns,
    startsAt: iso(from),
    endsAt: iso(to),
    startedAt: iso(from),
    endedAt: null,
    ...values,
  }
}

describe('how late a session will end', () => {
  const spoken = turn('a', 20, { id: '1', startedAt: iso('9:00'), endedAt: iso('9:25') })
  test.each<[string, LiveSession, string, number]>([
    [
      'on time',
      running('9:00', '10:00', [turn('a', 20, { startedAt: iso('9:00') }), turn('b', 40)]),
      '9:10',
      0,
    ],
    [
      'the first took five more',
      running('9:00', '10:00', [spoken, turn('b', 20, { startedAt: iso('9:25') }), turn('c', 20)]),
      '9:30',
      5,
    ],
    [
      'the running one is over',
      running('9:00', '10:00', [turn('a', 20, { startedAt: iso('9:00') }), turn('b', 40)]),
      '9:26',
      6,
    ],
    [
      'nobody speaks between two',
      running('9:00', '10:00', [spoken, turn('b', 20), turn('c', 20)]),
      '9:30',
      10,
    ],
    [
      'not begun though it is time',
      running('9:00', '10:00', [turn('a', 60)], { startedAt: null }),
      '9:07',
      7,
    ],
    ['not begun, and early', running('9:00', '10:00', [turn('a', 60)], { startedAt: null }), '8:30', 0],
    ['no minutes were given', running('9:00', '10:00', [turn('a', null)]), '9:30', 0],
    ['no minutes, and over', running('9:00', '10:00', [turn('a', null)]), '10:04', 4],
    ['ended early', running('9:00', '10:00', [], { endedAt: iso('9:50') }), '9:55', -10],
    ['quick speakers', running('9:00', '10:00', [spoken, turn('b', 20)]), '9:26', -14],
  ])('%s', (_, session, now, minutes) => {
    expect(minutesLate(session, at(now))).toBe(minutes)
  })
})

const ways = (live: LiveSession, draft: DraftSession[], now: string, begun: string[] = []) =>
  new Map(
    waysToCatchUp(live, draft, { now: at(now), begun: new Set(begun) }).map((way) => [way.kind, way.edits]),
  )
const times = (sessions: DraftSession[]) =>
  sessions.map(
    (one) =>
      `${one.id} ${one.startsAt?.slice(11, 16)}–${one.endsAt?.slice(11, 16)}${one.dropped ? ' dropped' : ''}`,
  )

describe('ways to catch up', () => {
  const spoken = turn('a', 20, { id: '1', startedAt: iso('9:00'), endedAt: iso('9:30') })
  const live = running('9:00', '10:00', [spoken, turn('b', 10), turn('c', 30)])
  const now = drafted('now', '9:00', '10:00', {
    people: [
      ['a', 20],
      ['b', 10],
      ['c', 30],
    ],
  })

  test('nothing to offer when nothing is late', () => {
    expect(
      waysToCatchUp(running('9:00', '10:00', [turn('b', 20)]), [now], { now: at('9:30'), begun: new Set() }),
    ).toEqual([])
  })

  test('later turns are shorter in proportion and fit; who has spoken keeps what they had', () => {
    const [edit] = ways(live, [now], '9:30').get('shorten') ?? []
    expect(edit?.set.appearances?.map((one) => one.minutes)).toEqual([20, 8, 22])
  })

  test('too little time for a minute each is not offered', () => {
    expect(ways(live, [now], '9:59').has('shorten')).toBe(false)
  })

  test('a break gives of its time, and what follows stands', () => {
    const draft = [
      now,
      drafted('coffee', '10:00', '10:30', { kind: 'break' }),
      drafted('next', '10:30', '11:00'),
    ]
    const edits = ways(live, draft, '9:30').get('drop-break') ?? []
    expect(times(afterEdits(draft, edits))).toEqual([
      'now 09:00–10:10',
      'coffee 10:10–10:30',
      'next 10:30–11:00',
    ])
  })

  test('a break of which too little is left is dropped, and what is still missing moves the rest', () => {
    const draft = [
      now,
      drafted('coffee', '10:00', '10:05', { kind: 'break', roomId: null }),
      drafted('next', '10:05', '11:00'),
    ]
    const edits = ways(live, draft, '9:30').get('drop-break') ?? []
    expect(times(afterEdits(draft, edits))).toEqual([
      'now 09:00–10:10',
      'coffee 10:00–10:05 dropped',
      'next 10:10–11:05',
    ])
  })

  test('what stands before the break moves back into it', () => {
    const draft = [
      now,
      drafted('talk', '10:00', '10:20'),
      drafted('coffee', '10:20', '10:40', { kind: 'break' }),
    ]
    const edits = ways(live, draft, '9:30').get('drop-break') ?? []
    expect(times(afterEdits(draft, edits))).toEqual([
      'now 09:00–10:10',
      'talk 10:10–10:30',
      'coffee 10:30–10:40',
    ])
  })

  test('pushing moves the room as far as it must, other rooms and other days not at all', () => {
    const draft = [
      now,
      drafted('next', '10:00', '10:30'),
      drafted('later', '10:35', '11:00'),
      drafted('after', '13:00', '14:00'),
      drafted('elsewhere', '10:00', '11:00', { roomId: 'other' }),
    ]
    const edits = ways(live, draft, '9:30').get('push') ?? []
    expect(times(afterEdits(draft, edits))).toEqual([
      'now 09:00–10:10',
      'next 10:10–10:40',
      'later 10:40–11:05',
      'after 13:00–14:00',
      'elsewhere 10:00–11:00',
    ])
  })

  test('a session that was dropped or taken out of the draft offers nothing', () => {
    expect(ways(live, [{ ...now, dropped: true }], '9:30').size).toBe(0)
    expect(ways(live, [], '9:30').size).toBe(0)
  })

  const evening = running('22:50', '23:50', [turn('b', 10), turn('c', 60)], { startedAt: iso('22:50') })
  const late = drafted('now', '22:50', '23:50', {
    people: [
      ['b', 10],
      ['c', 60],
    ],
  })

  test('an evening goes on after midnight, and the morning after it stands', () => {
    const draft = [
      late,
      drafted('coffee', '23:50', '24:15', { kind: 'break', roomId: null }),
      drafted('closing', '24:15', '24:45'),
      drafted('morning', '33:00', '34:00'),
    ]
    const found = ways(evening, draft, '23:20')
    expect(times(afterEdits(draft, found.get('push') ?? []))).toEqual([
      'now 22:50–00:30',
      'coffee 23:50–00:15',
      'closing 00:30–01:00',
      'morning 09:00–10:00',
    ])
    expect(times(afterEdits(draft, found.get('drop-break') ?? []))).toContain('coffee 23:50–00:15 dropped')
  })

  test('a night without a rest is one day, and one of five hours is two', () => {
    const onward = (from: string, to: string) => [late, drafted('next', from, to)]
    const moved = (draft: DraftSession[]) =>
      times(afterEdits(draft, ways(evening, draft, '23:20').get('push') ?? []))
    expect(moved(onward('24:00', '25:00'))[1]).toBe('next 00:30–01:30')
    expect(moved(onward('28:50', '29:50'))[1]).toBe('next 04:50–05:50')
  })

  test('what is over keeps its time: only what follows moves', () => {
    const over = running('9:00', '10:00', [], { endedAt: iso('10:10') })
    const draft = [now, drafted('next', '10:00', '10:30')]
    const found = ways(over, draft, '10:12')
    expect([...found.keys()]).toEqual(['push'])
    expect(times(afterEdits(draft, found.get('push') ?? []))).toEqual(['now 09:00–10:00', 'next 10:10–10:40'])
  })

  test('a session that has begun elsewhere is not moved, and one that began here ends the matter', () => {
    const draft = [
      now,
      drafted('coffee', '10:00', '10:30', { kind: 'break', roomId: null }),
      drafted('next', '10:30', '11:00'),
    ]
    const found = ways(live, draft, '9:30', ['coffee'])
    expect([...found.values()].flat().map((edit) => edit.sessionId)).not.toContain('coffee')
    expect(ways(live, draft, '9:30', ['next']).size).toBe(0)
  })

  test('an end beyond the event is known before it is published', () => {
    const draft = [
      now,
      drafted('next', '10:00', '10:30'),
      drafted('gone', '11:00', '12:00', { dropped: true }),
    ]
    expect(endBeyondEvent(draft, iso('10:30'))).toBe(null)
    const pushed = afterEdits(draft, ways(live, draft, '9:30').get('push') ?? [])
    expect(endBeyondEvent(pushed, iso('10:30'))).toBe(iso('10:40'))
  })
})
