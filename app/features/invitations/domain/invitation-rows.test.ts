import { expect, test } from 'vitest'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { type Answered, countStates, invitationRows } from './invitation-rows.ts'
import { type Invitee, planNotices } from './plan-notices.ts'

const people: Invitee[] = ['an', 'binh', 'chi'].map((id) => ({
  id,
  name: id,
  email: `${id}@example.org`,
  locale: 'vi',
  assistantEmail: null,
}))
const agendaOf = (startsAt: string, ...ids: string[]): PublishedAgenda => ({
  rooms: [],
  tracks: [],
  people: [],
  sessions: [
    {
      id: 's1',
      slug: 's1',
      kind: 'panel',
      title: { vi: 'Phiên' },
      abstract: {},
      languages: [],
      interpretation: [],
      capacity: null,
      signUp: false,
      trackId: null,
      roomId: null,
      startsAt,
      endsAt: '2027-03-11T23:00:00.000Z',
      appearances: ids.map((personId) => ({ personId, role: 'speaker', minutes: null })),
    },
  ],
})
const start = '2027-03-11T22:00:00.000Z'

function asked(personId: string, values: Partial<Answered> = {}): Answered {
  const [notice] = planNotices({ before: [], agenda: agendaOf(start, personId), people })
  return {
    id: `i-${personId}`,
    personId,
    sessionId: 's1',
    uid: personId,
    sequence: 0,
    cancelledAt: null,
    answer: 'needs-action',
    email: null,
    sent: notice?.sent ?? null,
    issuedAt: new Date(0),
    answeredAt: null,
    answerWay: null,
    answerNote: null,
    ...values,
  }
}
const answered = { answeredAt: new Date(1), answerWay: 'organizer', answerNote: 'Vâng' } as const
const held = (personId: string) => ({ personId, sessionId: 's1', reason: 'Gọi điện trước' })
const gone = { cancelledAt: new Date(2) }

test.each([
  ['nobody asked yet', agendaOf(start, 'an'), [], [], ['not-asked asked']],
  ['held back at first', agendaOf(start, 'an'), [], [held('an')], ['held-back asked']],
  ['asked', agendaOf(start, 'an'), [asked('an')], [], ['asked -']],
  ['a reason of an older plan', agendaOf(start, 'an'), [asked('an')], [held('an')], ['asked -']],
  ['accepted', agendaOf(start, 'an'), [asked('an', { answer: 'accepted', ...answered })], [], ['accepted -']],
  ['a change not told', agendaOf('2027-03-11T22:10:00Z', 'an'), [asked('an')], [], ['asked changed']],
  [
    'a change held back',
    agendaOf('2027-03-11T22:10:00Z', 'an'),
    [asked('an')],
    [held('an')],
    ['held-back changed'],
  ],
  ['dropped and told', agendaOf(start), [asked('an', gone)], [], ['cancelled -']],
  ['dropped, not told', agendaOf(start), [asked('an')], [held('an')], ['held-back cancelled']],
  ['back again, not told', agendaOf(start, 'an'), [asked('an', gone)], [], ['not-asked asked']],
  ['no agenda', null, [], [], []],
] as const)('%s', (_, agenda, before, heldBack, expected) => {
  const rows = invitationRows({ agenda, before: [...before], people, heldBack: [...heldBack] })
  expect(rows.map(({ state, owed }) => `${state} ${owed ?? '-'}`)).toEqual(expected)
})

test('the table counts who was asked and who answered', () => {
  const before = [asked('an', { answer: 'accepted', ...answered }), asked('binh')]
  const rows = invitationRows({ agenda: agendaOf(start, 'an', 'binh', 'chi'), before, people, heldBack: [] })
  expect(rows.map(({ name, way, note }) => [name, way, note])).toEqual([
    ['an', 'organizer', 'Vâng'],
    ['binh', null, ''],
    ['chi', null, ''],
  ])
  expect(countStates(rows)).toMatchObject({ answered: 1, asked: 2, counts: { 'not-asked': 1 } })
})
