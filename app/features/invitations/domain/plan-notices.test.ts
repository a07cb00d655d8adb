import { describe, expect, test } from 'vitest'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { type Invitee, type Notice, planNotices, type StoredInvitation } from './plan-notices.ts'

const session: PublishedSession = {
  id: 's1',
  slug: 'archive',
  kind: 'panel',
  title: { vi: 'Kho phim', en: 'The archive' },
  abstract: {},
  languages: ['vi'],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: 'r1',
  startsAt: '2027-03-11T22:00:00.000Z',
  endsAt: '2027-03-11T23:00:00.000Z',
  appearances: [{ personId: 'tam', role: 'speaker', minutes: 10 }],
}
const tam: Invitee = {
  id: 'tam',
  name: 'Vũ Ngọc Tâm',
  email: 'tam@example.org',
  locale: 'vi',
  assistantEmail: null,
}
const lan: Invitee = { ...tam, id: 'lan', name: 'Lan', email: 'lan@example.org' }

function agendaOf(...sessions: Partial<PublishedSession>[]): PublishedAgenda {
  return {
    rooms: [
      { id: 'r1', name: { vi: 'Phòng 1' }, venue: null },
      { id: 'r2', name: { vi: 'Phòng 2' }, venue: null },
      { id: 'r3', name: { vi: 'Phòng 1', en: 'Hall 1' }, venue: null },
    ],
    tracks: [],
    people: [],
    sessions: sessions.map((values) => ({ ...session, ...values })),
  }
}

const told = (values: Partial<StoredInvitation> = {}): StoredInvitation => {
  const [notice] = planNotices({ before: [], agenda: agendaOf({}), people: [tam] })
  return {
    id: 'i1',
    personId: 'tam',
    sessionId: 's1',
    uid: 'u1',
    sequence: 3,
    cancelledAt: null,
    answer: 'accepted',
    email: 'tam@example.org',
    sent: notice?.sent ?? null,
    ...values,
  }
}

const plan = (before: StoredInvitation[], agenda: PublishedAgenda | null, people = [tam, lan]) =>
  planNotices({ before, agenda, people })
const short = (notices: Notice[]) =>
  notices.map(({ kind, personId, sequence, answer }) => `${kind} ${personId} ${sequence} ${answer}`)

describe('what each person is told', () => {
  const minutes = (n: number) => [{ personId: 'tam', role: 'speaker' as const, minutes: n }]
  const asModerator = [{ personId: 'tam', role: 'moderator' as const, minutes: 10 }]
  const gone = told({ cancelledAt: new Date(), answer: 'declined' })
  const table: [string, StoredInvitation[], PublishedAgenda | null, string[]][] = [
    ['asked at first', [], agendaOf({}), ['asked tam 0 needs-action']],
    ['nothing when nothing changed', [told()], agendaOf({}), []],
    [
      'a new time asks again',
      [told()],
      agendaOf({ endsAt: '2027-03-11T23:10:00Z' }),
      ['changed tam 4 needs-action'],
    ],
    ['a new room asks again', [told()], agendaOf({ roomId: 'r2' }), ['changed tam 4 needs-action']],
    ['another room of the same name is no news', [told()], agendaOf({ roomId: 'r3' }), []],
    ['a title keeps the answer', [told()], agendaOf({ title: { vi: 'Kho' } }), ['changed tam 4 accepted']],
    [
      'a title in the other language is no news',
      [told()],
      agendaOf({ title: { vi: 'Kho phim', en: 'X' } }),
      [],
    ],
    ['a role keeps the answer', [told()], agendaOf({ appearances: asModerator }), ['changed tam 4 accepted']],
    ['an abstract is no news', [told()], agendaOf({ abstract: { vi: 'Mới' } }), []],
    ['minutes are no news', [told()], agendaOf({ appearances: minutes(5) }), []],
    ['a kind is no news', [told()], agendaOf({ kind: 'talk', slug: 'other' }), []],
    ['dropped', [told()], agendaOf({ appearances: [] }), ['cancelled tam 4 accepted']],
    ['the session is gone', [told()], agendaOf(), ['cancelled tam 4 accepted']],
    ['everything ends', [told()], null, ['cancelled tam 4 accepted']],
    ['what ended stays so', [gone], null, []],
    ['back again', [gone], agendaOf({}), ['asked tam 4 needs-action']],
    [
      'two swap',
      [told()],
      agendaOf({ appearances: [{ personId: 'lan', role: 'speaker', minutes: 10 }] }),
      ['asked lan 0 needs-action', 'cancelled tam 4 accepted'],
    ],
  ]
  test.each(table)('%s', (_, before, agenda, expected) => {
    expect(short(plan(before, agenda))).toEqual(expected)
  })
})

test('a street that a place has by now is no move; another street is one', () => {
  const at = (place?: string) => {
    const agenda = agendaOf({})
    const rooms = agenda.rooms.map((room) => ({ ...room, ...(place && { place: { vi: place } }) }))
    return { ...agenda, rooms }
  }
  const before = (agenda: PublishedAgenda) => [told({ sent: plan([], agenda)[0]?.sent ?? null })]
  expect(plan(before(at()), at('Rạp, 1 Lê Độ'))).toEqual([])
  expect(plan(before(at('Rạp, 1 Lê Độ')), at())).toEqual([])
  expect(plan(before(at('Rạp, 1 Lê Độ')), at('Rạp, 1 Lê Độ'))).toEqual([])
  expect(short(plan(before(at('Rạp, 1 Lê Độ')), at('Rạp, 2 Trần Phú')))).toEqual([
    'changed tam 4 needs-action',
  ])
})

test('several roles in a session are one invitation', () => {
  const appearances = (['moderator', 'speaker', 'speaker'] as const).map((role, at) => {
    return { personId: 'tam', role, minutes: at ? 10 : null }
  })
  const notices = plan([], agendaOf({ appearances }))
  expect(notices).toHaveLength(1)
  expect(notices[0]?.sent).toMatchObject({ roles: ['moderator', 'speaker'], minutes: 10 })
})

describe('who is held back', () => {
  const heldBack = [{ personId: 'tam', sessionId: 's1' }]

  test('is told nothing', () => {
    expect(planNotices({ before: [], agenda: agendaOf({}), people: [tam], heldBack })).toEqual([])
  })

  test('is told later against what they know, not against the version between', () => {
    const [late] = plan([told()], agendaOf({ roomId: 'r2', startsAt: '2027-03-11T22:10:00.000Z' }))
    expect(late).toMatchObject({
      kind: 'changed',
      before: { room: { vi: 'Phòng 1' }, startsAt: session.startsAt },
    })
    expect(plan([told()], agendaOf({}))).toEqual([])
  })
})

describe('a merged person', () => {
  const merged: Invitee = { ...lan, keptId: 'tam' }

  test('counts as the kept one, and keeps the invitation', () => {
    expect(plan([told({ personId: 'lan' })], agendaOf({}), [tam, merged])).toEqual([])
    const [changed] = plan([told({ personId: 'lan' })], agendaOf({ roomId: 'r2' }), [tam, merged])
    expect(changed).toMatchObject({ personId: 'tam', invitationId: 'i1', kind: 'changed' })
  })

  test('who was asked twice keeps one of the two', () => {
    const both = [told(), told({ id: 'i2', uid: 'u2', personId: 'lan', email: 'lan@example.org' })]
    const notices = plan(both, agendaOf({}), [tam, merged])
    expect(notices).toMatchObject([
      { kind: 'cancelled', invitationId: 'i2', to: { email: 'lan@example.org' } },
    ])
  })
})

test('a cancellation goes to the calendar that has the entry, an update to the present address', () => {
  const moved = [{ ...tam, email: 'new@example.org' }]
  expect(plan([told()], agendaOf(), moved)[0]?.to.email).toBe('tam@example.org')
  expect(plan([told()], agendaOf({ roomId: 'r2' }), moved)[0]?.to.email).toBe('new@example.org')
  expect(plan([], agendaOf({}), [{ ...tam, email: null }])[0]?.to.email).toBeNull()
})

test('what is over is not told, unless it was moved out of the past', () => {
  const now = new Date('2027-03-12T00:00:00Z')
  const at = (agenda: PublishedAgenda | null, before: StoredInvitation[] = []) =>
    planNotices({ before, agenda, people: [tam], now }).length
  expect(at(agendaOf({}))).toBe(0)
  expect(at(null, [told()])).toBe(0)
  expect(at(agendaOf({ endsAt: '2027-03-12T01:00:00Z' }), [told()])).toBe(1)
})

test('500 sessions of 300 people are planned in a moment', () => {
  const people = Array.from({ length: 300 }, (_, n) => ({ ...tam, id: `p${n}` }))
  const sessions = Array.from({ length: 500 }, (_, n) => ({
    id: `s${n}`,
    appearances: [0, 1, 2].map((k) => ({
      personId: `p${(n * 3 + k) % 300}`,
      role: 'speaker' as const,
      minutes: 5,
    })),
  }))
  const began = performance.now()
  expect(plan([], agendaOf(...sessions), people)).toHaveLength(1500)
  expect(performance.now() - began).toBeLessThan(500)
})
