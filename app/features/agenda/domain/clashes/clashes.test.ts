import { describe, expect, it } from 'vitest'
import { write } from '#app/shared/i18n/translated-text.ts'
import type { DraftAppearance, DraftSession } from '../draft/draft-edit.ts'
import { type ClashInput, findClashes } from './clashes.ts'
import { travelMinutes } from './travel.ts'

const at = (time: string) => `2025-03-11T${time}:00.000Z`
const harvard = { id: 'harvard', latitude: 42.3744, longitude: -71.1169 }
const downtown = { id: 'downtown', latitude: 42.3519, longitude: -71.0552 }
const unmapped = { id: 'somewhere', latitude: null, longitude: null }

const who = (personId: string, more: Partial<DraftAppearance> = {}): DraftAppearance => ({
  personId,
  role: 'speaker',
  minutes: null,
  deputyForId: null,
  ...more,
})
const session = (id: string, from: string | null, to: string | null, more: Partial<DraftSession> = {}) => ({
  id,
  slug: id,
  kind: 'talk' as const,
  title: write({ vi: id, en: id }),
  abstract: {},
  languages: ['vi' as const],
  interpretation: [],
  films: [],
  trackId: null,
  roomId: null,
  startsAt: from && at(from),
  endsAt: to && at(to),
  capacity: null,
  signUp: false,
  dropped: false,
  appearances: [],
  ...more,
})
const input = (sessions: ClashInput['sessions'], more: Partial<ClashInput> = {}): ClashInput => ({
  event: { startsAt: at('18:00'), endsAt: at('22:00') },
  sessions,
  rooms: [
    { id: 'large', capacity: 100, venue: harvard },
    { id: 'small', capacity: 10, venue: harvard },
    { id: 'away', capacity: null, venue: downtown },
    { id: 'lost', capacity: null, venue: unmapped },
  ],
  venue: harvard,
  availability: [],
  elsewhere: [],
  ...more,
})
const kinds = (given: ClashInput) => findClashes(given).map((one) => [one.kind, ...one.sessionIds].join(' '))

const two = (from: string, to: string, a: Partial<DraftSession>, b: Partial<DraftSession>) => [
  session('a', '18:00', '19:00', a),
  session('b', from, to, b),
]
const minister = { appearances: [who('minister')] }

describe('a draft', () => {
  it.each<[string, ClashInput['sessions'], string[]]>([
    [
      'has no clash when sessions follow each other',
      two('19:00', '20:00', { roomId: 'large' }, { roomId: 'large' }),
      [],
    ],
    [
      'has two in one room',
      two('18:30', '19:30', { roomId: 'large' }, { roomId: 'large' }),
      ['room-twice b a'],
    ],
    ['has two at once in two rooms', two('18:30', '19:30', { roomId: 'large' }, { roomId: 'small' }), []],
    [
      'counts no dropped session',
      two('18:30', '19:30', { roomId: 'large', dropped: true }, { roomId: 'large' }),
      [],
    ],
    [
      'counts no session without a slot',
      [session('a', null, null, minister), session('b', '18:00', '19:00', minister)],
      [],
    ],
    [
      'sees an overlap behind a shorter one between',
      [
        session('long', '18:00', '21:00', { roomId: 'large' }),
        session('short', '18:10', '18:20', { roomId: 'large' }),
        session('late', '20:00', '20:30', { roomId: 'large' }),
      ],
      ['room-twice short long', 'room-twice late long'],
    ],
    ['has a person twice', two('18:59', '20:00', minister, minister), ['person-twice b a']],
    [
      'counts a person with two roles once',
      [
        session('a', '18:00', '19:00', {
          appearances: [who('minister'), who('minister', { role: 'moderator' })],
        }),
      ],
      [],
    ],
    [
      'leaves no time to travel between venues',
      two('19:05', '20:00', { ...minister, roomId: 'large' }, { ...minister, roomId: 'away' }),
      ['travel b a'],
    ],
    [
      'leaves time to travel between venues',
      two('20:00', '21:00', { ...minister, roomId: 'large' }, { ...minister, roomId: 'away' }),
      [],
    ],
    [
      'needs no travel within a venue',
      two('19:00', '20:00', { ...minister, roomId: 'large' }, { ...minister, roomId: 'small' }),
      [],
    ],
    ['lies before the event', [session('a', '17:59', '18:30')], ['outside-event a']],
    ['lies after the event', [session('a', '21:30', '22:01')], ['outside-event a']],
    [
      'has a panel without a moderator',
      [session('a', '18:00', '19:00', { kind: 'panel', appearances: [who('x'), who('y')] })],
      ['moderator-missing a'],
    ],
    [
      'has a panel with one',
      [
        session('a', '18:00', '19:00', {
          kind: 'panel',
          appearances: [who('x'), who('y', { role: 'moderator' })],
        }),
      ],
      [],
    ],
    [
      'has a talk of two without one',
      [session('a', '18:00', '19:00', { appearances: [who('x'), who('y')] })],
      [],
    ],
    [
      'has turns longer than the session',
      [
        session('a', '18:00', '18:30', {
          appearances: [who('x', { minutes: 20 }), who('y', { minutes: 11 })],
        }),
      ],
      ['minutes-over a'],
    ],
    [
      'counts no minutes of an interpreter',
      [
        session('a', '18:00', '18:30', {
          appearances: [who('x', { minutes: 30 }), who('y', { minutes: 30, role: 'interpreter' })],
        }),
      ],
      [],
    ],
    [
      'has a session in two languages without an interpreter',
      [session('a', '18:00', '19:00', { languages: ['vi', 'en'] })],
      ['interpreter-missing a'],
    ],
    [
      'has one that is interpreted, by somebody',
      [
        session('a', '18:00', '19:00', {
          interpretation: ['en'],
          appearances: [who('x', { role: 'interpreter' })],
        }),
      ],
      [],
    ],
    [
      'lets a break be in two languages',
      [session('a', '18:00', '19:00', { kind: 'break', languages: ['vi', 'en'] })],
      [],
    ],
    [
      'has a title in one language only',
      [session('a', '18:00', '19:00', { title: write({ vi: 'Mở đầu' }) })],
      ['translation-missing a'],
    ],
    [
      'has a stale abstract',
      [
        session('a', '18:00', '19:00', {
          abstract: { vi: 'Mới', en: 'Old', original: 'vi', madeFrom: 'before' },
        }),
      ],
      ['translation-stale a'],
    ],
    [
      'promises more seats than the room has',
      [session('a', '18:00', '19:00', { roomId: 'small', signUp: true, capacity: 11 })],
      ['room-too-small a'],
    ],
    ['promises seats to nobody', [session('a', '18:00', '19:00', { roomId: 'small', capacity: 11 })], []],
  ])('%s', (_, sessions, expected) => {
    expect(kinds(input(sessions))).toEqual(expected)
  })

  it('shows errors first, then in order of time', () => {
    const sessions = [
      session('late', '20:00', '21:00', { title: write({ en: 'Late' }) }),
      session('early', '18:00', '19:00', { title: write({ en: 'Early' }) }),
      session('outside', '22:00', '23:00'),
    ]
    expect(kinds(input(sessions))).toEqual([
      'outside-event outside',
      'translation-missing early',
      'translation-missing late',
    ])
  })
})

describe('a person', () => {
  const one = [session('a', '18:00', '19:00', minister)]
  const other = (from: string, to: string, venue: typeof harvard | null = harvard) => ({
    elsewhere: [{ personId: 'minister', sessionId: 'other', startsAt: at(from), endsAt: at(to), venue }],
  })

  it.each<[string, Partial<ClashInput>, string[]]>([
    ['is in another event at the same time', other('18:30', '20:00'), ['person-twice a']],
    ['is in another event before', other('16:00', '18:00'), []],
    ['comes from another event too far away', other('16:00', '17:50', downtown), ['travel a']],
    ['is free', { availability: [{ personId: 'minister', startsAt: at('18:00'), endsAt: at('19:00') }] }, []],
    [
      'must leave before the end',
      { availability: [{ personId: 'minister', startsAt: at('17:00'), endsAt: at('18:30') }] },
      ['outside-availability a'],
    ],
    [
      'is not asked about others',
      { availability: [{ personId: 'x', startsAt: at('01:00'), endsAt: at('02:00') }] },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(kinds(input(one, more))).toEqual(expected)
  })

  it('twice in other events only is no clash of this one', () => {
    const elsewhere = ['x', 'y'].map((sessionId) => ({
      personId: 'minister',
      sessionId,
      startsAt: at('20:00'),
      endsAt: at('21:00'),
      venue: harvard,
    }))
    expect(kinds(input(one, { elsewhere }))).toEqual([])
  })
})

it.each([
  [harvard, harvard, 0],
  [null, downtown, 0],
  [harvard, unmapped, 30],
  [harvard, downtown, 27],
])('from %j to %j takes %i minutes', (from, to, minutes) => {
  expect(travelMinutes(from, to)).toBe(minutes)
})
