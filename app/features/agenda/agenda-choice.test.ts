import { describe, expect, it } from 'vitest'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { type AgendaChoice, choiceAddress, chosenSessions, languagesOf, readChoice } from './agenda-choice.ts'
import { agendaGroups, type Grouping } from './agenda-groups.ts'

const session = (id: string, extra: Partial<PublishedSession> = {}): PublishedSession => ({
  id,
  slug: id,
  kind: 'talk',
  title: {},
  abstract: {},
  languages: [],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: null,
  appearances: [],
  startsAt: '2027-07-01T16:00:00.000Z',
  endsAt: '2027-07-01T17:00:00.000Z',
  ...extra,
})
const giang = {
  id: 'p1',
  slug: 'giang',
  name: 'Đặng Hoàng Giang',
  honorific: {},
  position: {},
  biography: {},
  affiliation: { en: 'VICAS' },
  pronunciation: null,
  precedence: 1,
  portraitId: null,
}
const agenda: PublishedAgenda = {
  rooms: [
    { id: 'r1', name: { vi: 'Rạp Lê Độ', en: 'Le Do Cinema' }, venue: null },
    { id: 'r2', name: { vi: 'Phòng Sông Hàn' }, venue: null },
  ],
  tracks: [{ id: 't1', name: { en: 'AI' }, colour: null }],
  people: [giang],
  sessions: [
    session('evening', { roomId: 'r1', trackId: 't1', languages: ['vi'], interpretation: ['en'] }),
    session('late', { roomId: 'r2', languages: ['en'], title: { vi: 'Điện ảnh và ký ức' } }),
    session('beside', {
      roomId: 'r1',
      languages: ['vi'],
      title: { en: 'Memory of film' },
      appearances: [{ personId: 'p1', role: 'speaker', minutes: null }],
    }),
    session('break', { kind: 'break' }),
  ],
}
const everything: AgendaChoice = { room: null, track: null, language: null, q: '', by: 'time' }

const cases: [string, Partial<AgendaChoice>, string[]][] = [
  ['everything', {}, ['evening', 'late', 'beside', 'break']],
  ['a room, with what is for all', { room: 'le-do-cinema' }, ['evening', 'beside', 'break']],
  ['a room named in one language', { room: 'phong-song-han' }, ['late', 'break']],
  ['a track', { track: 'ai' }, ['evening']],
  ['no such room', { room: 'nowhere' }, ['break']],
  ['a language, spoken or interpreted into', { language: 'en' }, ['evening', 'late']],
  ['words without diacritics', { q: 'dien anh' }, ['late']],
  ['words with them', { q: 'KÝ ỨC' }, ['late']],
  ['words decomposed', { q: 'ký ức'.normalize('NFD') }, ['late']],
  ['a person', { q: 'giang' }, ['beside']],
  ['a body', { q: 'vicas' }, ['beside']],
  ['a room by words', { q: 'le do' }, ['evening', 'beside']],
  ['the beginnings of words', { q: 'mem fil' }, ['beside']],
  ['not their middle', { q: 'emory' }, []],
  ['signs only', { q: '%_(' }, ['evening', 'late', 'beside', 'break']],
  ['two choices at once', { q: 'memory', room: 'phong-song-han' }, []],
]

describe('what a reader chose', () => {
  it.each(cases)('finds %s', (_, choice, ids) => {
    expect(chosenSessions(agenda, { ...everything, ...choice }).map((one) => one.id)).toEqual(ids)
  })

  it.each(cases)('stands in an address: %s', (_, choice) => {
    const address = new URL(choiceAddress('/vi/events/x/agenda', { ...everything, ...choice }), 'http://x')
    const wanted = { ...everything, ...choice }
    expect(readChoice(address.searchParams)).toEqual({ ...wanted, q: wanted.q.normalize('NFC') })
  })

  it('is nothing when an address makes no sense', () => {
    const read = readChoice(new URLSearchParams({ by: 'colour', language: 'fr', q: `  ${'x'.repeat(300)}` }))
    expect(read).toEqual({ ...everything, q: 'x'.repeat(100) })
    expect(choiceAddress('/a', everything)).toBe('/a')
  })

  it('knows the languages that are heard', () => {
    expect(languagesOf(agenda)).toEqual(['vi', 'en'])
    expect(languagesOf({ ...agenda, sessions: agenda.sessions.slice(3) })).toEqual([])
  })
})

describe('an arrangement', () => {
  const grouped = (by: Grouping) =>
    agendaGroups(agenda, agenda.sessions, by).map(({ key, sessions }) => [key, sessions.map((one) => one.id)])

  it.each<[Grouping, unknown]>([
    [
      'room',
      [
        ['rest', ['break']],
        ['r1', ['evening', 'beside']],
        ['r2', ['late']],
      ],
    ],
    [
      'track',
      [
        ['rest', ['late', 'beside', 'break']],
        ['t1', ['evening']],
      ],
    ],
    [
      'language',
      [
        ['rest', ['break']],
        ['vi', ['evening', 'beside']],
        ['en', ['evening', 'late']],
      ],
    ],
  ])('by %s', (by, groups) => expect(grouped(by)).toEqual(groups))
})
