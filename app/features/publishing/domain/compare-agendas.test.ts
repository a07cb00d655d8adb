import { describe, expect, it, test } from 'vitest'
import type { AgendaChange, PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { changeSentences } from '../change-texts.ts'
import { compareAgendas } from './compare-agendas.ts'

const talk: PublishedSession = {
  id: 'talk',
  slug: 'talk',
  kind: 'talk',
  title: { vi: 'Điện ảnh', en: 'Film' },
  abstract: { vi: 'Về phim' },
  languages: ['vi'],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: 'large',
  startsAt: '2025-03-11T22:00:00.000Z',
  endsAt: '2025-03-11T22:30:00.000Z',
  appearances: [
    { personId: 'giang', role: 'moderator', minutes: null },
    { personId: 'tam', role: 'speaker', minutes: 10 },
  ],
}
const person = (id: string, name: string) => ({
  id,
  slug: id,
  name,
  honorific: {},
  position: {},
  affiliation: {},
  biography: {},
  pronunciation: null,
  precedence: 1000,
  portraitId: null,
})
const agenda = (
  change: Partial<PublishedSession> = {},
  rest: Partial<PublishedAgenda> = {},
): PublishedAgenda => ({
  rooms: [
    { id: 'large', name: { vi: 'Phòng lớn' }, venue: { vi: 'Harvard' } },
    { id: 'small', name: { vi: 'Phòng nhỏ' }, venue: null },
  ],
  tracks: [],
  people: [person('giang', 'Đặng Hoàng Giang'), person('tam', 'Vũ Ngọc Tâm')],
  sessions: [{ ...talk, ...change }],
  ...rest,
})
const large = { roomId: 'large', room: { vi: 'Phòng lớn' }, venue: { vi: 'Harvard' } }
const slot = { startsAt: talk.startsAt, endsAt: talk.endsAt, ...large }
const about = { sessionId: 'talk', slug: 'talk', title: talk.title }

const film = (id: string, vi: string) => {
  return { id, slug: id, originalTitle: id, originalLanguage: 'ko', title: { vi }, minutes: 90 }
}
const [moderator, speaker] = talk.appearances as [
  PublishedSession['appearances'][0],
  PublishedSession['appearances'][0],
]
const cases: [string, PublishedAgenda, Pick<AgendaChange, 'kind' | 'changed'> | null][] = [
  ['nothing', agenda(), null],
  ['a mark that keeps words together', agenda({ title: { vi: 'Điện~ảnh', en: 'Film' } }), null],
  ['its start', agenda({ startsAt: '2025-03-11T22:10:00.000Z' }), { kind: 'moved', changed: [] }],
  ['its end', agenda({ endsAt: '2025-03-11T22:20:00.000Z' }), { kind: 'moved', changed: [] }],
  ['its room', agenda({ roomId: 'small' }), { kind: 'moved', changed: [] }],
  ['no room any more', agenda({ roomId: null }), { kind: 'moved', changed: [] }],
  [
    'room and title',
    agenda({ roomId: 'small', title: { vi: 'Phim', en: 'Film' } }),
    { kind: 'moved', changed: ['title'] },
  ],
  [
    'the name of its room',
    agenda({}, { rooms: [{ id: 'large', name: { vi: 'Đại sảnh' }, venue: null }] }),
    null,
  ],
  [
    'a translation',
    agenda({ title: { vi: 'Điện ảnh', en: 'Cinema' } }),
    { kind: 'changed', changed: ['title'] },
  ],
  ['what was made from what', agenda({ title: { ...talk.title, original: 'vi', madeFrom: '1' } }), null],
  ['an empty translation', agenda({ abstract: { vi: 'Về phim', en: '' } }), null],
  ['abstract', agenda({ abstract: {} }), { kind: 'changed', changed: ['abstract'] }],
  [
    'kind and track',
    agenda({ kind: 'panel', trackId: 'ai' }),
    { kind: 'changed', changed: ['kind', 'track'] },
  ],
  ['its languages', agenda({ languages: ['vi', 'en'] }), { kind: 'changed', changed: ['languages'] }],
  ['interpretation', agenda({ interpretation: ['en'] }), { kind: 'changed', changed: ['languages'] }],
  ['a film', agenda({ films: [film('a', 'Chim')] }), { kind: 'changed', changed: ['films'] }],
  ['seats', agenda({ capacity: 20 }), { kind: 'changed', changed: ['capacity'] }],
  ['its own sign-up', agenda({ signUp: true }), { kind: 'changed', changed: ['capacity'] }],
  ['who is there', agenda({ appearances: [moderator] }), { kind: 'changed', changed: ['people'] }],
  ['the order', agenda({ appearances: [speaker, moderator] }), { kind: 'changed', changed: ['people'] }],
  [
    'a role',
    agenda({ appearances: [moderator, { ...speaker, role: 'discussant' }] }),
    { kind: 'changed', changed: ['people'] },
  ],
  [
    'the name of somebody',
    agenda({}, { people: [person('giang', 'Đặng Hoàng Giang'), person('tam', 'Vũ Tâm')] }),
    { kind: 'changed', changed: ['people'] },
  ],
  ['minutes', agenda({ appearances: [moderator, { ...speaker, minutes: 12 }] }), null],
]

describe('comparing agendas', () => {
  it.each(cases)('tells a session with another %s', (_, after, expected) => {
    const found = compareAgendas(agenda(), after)
    expect(found.map(({ kind, changed }) => ({ kind, changed }))).toEqual(expected ? [expected] : [])
  })

  it('names the films that came and went, not those that changed places', () => {
    const [bird, rain] = [film('a', 'Chim'), film('b', 'Mưa')]
    const before = agenda({ kind: 'screening', films: [bird] })
    const [change] = compareAgendas(before, agenda({ kind: 'screening', films: [rain] }))
    expect(change).toMatchObject({ films: { came: [{ vi: 'Mưa' }], went: [{ vi: 'Chim' }] } })
    expect(change && changeSentences(change, 'UTC', 'vi')).toMatch(
      /Thêm phim: Mưa\. Không còn chiếu: Chim\.$/,
    )
    const both = agenda({ kind: 'screening', films: [bird, rain] })
    const [other] = compareAgendas(both, agenda({ kind: 'screening', films: [rain, bird] }))
    expect(other).toMatchObject({ changed: ['films'] })
    expect(other).not.toHaveProperty('films')
    const [renamed] = compareAgendas(both, agenda({ kind: 'screening', films: [film('a', 'Cá'), rain] }))
    expect(renamed).toMatchObject({ changed: ['films'] })
  })

  it('says where a session was and is, in words', () => {
    const startsAt = '2025-03-11T22:10:00.000Z'
    expect(compareAgendas(agenda(), agenda({ startsAt, roomId: 'small' }))).toEqual([
      {
        kind: 'moved',
        ...about,
        before: slot,
        changed: [],
        after: { ...slot, startsAt, roomId: 'small', room: { vi: 'Phòng nhỏ' }, venue: null },
      },
    ])
  })

  it('finds everything new in the first version, and everything cancelled that is gone', () => {
    const none = agenda({}, { sessions: [] })
    const added = { kind: 'new', ...about, before: null, after: slot, changed: [] }
    expect(compareAgendas(null, agenda())).toEqual([added])
    expect(compareAgendas(none, agenda())).toEqual([added])
    expect(compareAgendas(agenda(), none)).toEqual([
      { kind: 'cancelled', ...about, before: slot, after: null, changed: [] },
    ])
  })

  it('tells in order of time', () => {
    const at = (id: string, hour: string) => ({
      ...talk,
      id,
      slug: id,
      startsAt: `2025-03-11T${hour}:00:00.000Z`,
      endsAt: `2025-03-11T${hour}:30:00.000Z`,
    })
    const before = agenda({}, { sessions: [at('a', '10'), at('c', '12')] })
    const after = agenda(
      {},
      { sessions: [at('b', '11'), at('d', '13'), { ...at('c', '12'), kind: 'panel' }] },
    )
    expect(compareAgendas(before, after).map((one) => [one.sessionId, one.kind])).toEqual([
      ['a', 'cancelled'],
      ['b', 'new'],
      ['c', 'changed'],
      ['d', 'new'],
    ])
  })

  it('compares twenty thousand sessions', () => {
    const many = (count: number, title: string) =>
      agenda(
        {},
        {
          sessions: Array.from({ length: count }, (_, n) => ({ ...talk, id: `${n}`, title: { vi: title } })),
        },
      )
    expect(compareAgendas(many(20_000, 'a'), many(20_000, 'b'))).toHaveLength(20_000)
  })
})

test('languages in another order are the same languages', () => {
  const both = { languages: ['vi' as const, 'en' as const] }
  const turned = { languages: ['en' as const, 'vi' as const] }
  expect(compareAgendas(agenda(both), agenda(turned))).toEqual([])
})

describe('who came and who went', () => {
  const { appearances } = talk
  const third = { personId: 'ha', role: 'speaker' as const, minutes: null }
  const people = [person('giang', 'Đặng Hoàng Giang'), person('tam', 'Vũ Ngọc Tâm'), person('ha', 'Lê Hà')]
  const of = (after: PublishedSession['appearances'], named = people) =>
    compareAgendas(agenda({}, { people }), agenda({ appearances: after }, { people: named }))[0]

  test.each([
    ['came', [...appearances, third], { came: ['Lê Hà'], went: [] }],
    ['went', [moderator], { came: [], went: ['Vũ Ngọc Tâm'] }],
    ['one for another', [moderator, third], { came: ['Lê Hà'], went: ['Vũ Ngọc Tâm'] }],
    ['another role only', [moderator, { ...speaker, role: 'discussant' as const }], undefined],
    ['another order only', [...appearances].reverse(), undefined],
  ])('%s', (_, after, wanted) => {
    const change = of(after as PublishedSession['appearances'])
    expect(change?.changed).toEqual(['people'])
    expect(change?.people).toEqual(wanted)
  })

  it('is nobody when two entries of one person became one', () => {
    const merged = [person('giang', 'Đặng Hoàng Giang'), person('tam-2', 'Vũ Ngọc Tâm')]
    expect(of([moderator, { ...speaker, personId: 'tam-2' }], merged)?.people).toBeUndefined()
  })

  it('is said by name, on pages and in feeds', () => {
    const change = of([moderator, third])
    if (!change) throw new Error('nothing changed')
    expect(changeSentences(change, 'America/New_York', 'en')).toMatch(
      /Joined: Lê Hà\. No longer taking part: Vũ Ngọc Tâm\.$/,
    )
    expect(changeSentences(change, 'America/New_York', 'en')).not.toContain('people')
  })
})
