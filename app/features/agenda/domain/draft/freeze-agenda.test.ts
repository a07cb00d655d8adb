import { describe, expect, it } from 'vitest'
import { type DraftRows, freezeAgenda } from './freeze-agenda.ts'

const at = (time: string) => new Date(`2025-03-11T${time}:00Z`)
const session = (id: string, from: string | null, extra: Partial<DraftRows['sessions'][number]> = {}) => ({
  id,
  slug: id,
  kind: 'talk' as const,
  title: { vi: id },
  abstract: {},
  languages: ['vi'],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: null,
  startsAt: from ? at(from) : null,
  endsAt: from ? new Date(at(from).getTime() + 60_000) : null,
  cancelledAt: null,
  ...extra,
})
const person = (id: string, precedence: number) => ({
  id,
  slug: id,
  name: id,
  honorific: {},
  position: {},
  affiliation: {},
  biography: {},
  pronunciation: null,
  portraitId: null,
  precedence,
})
const appearance = (sessionId: string, personId: string, position: number) => ({
  sessionId,
  personId,
  position,
  role: 'speaker' as const,
  minutes: null,
})
const film = (id: string) => ({
  id,
  slug: id,
  originalTitle: id,
  originalLanguage: 'ko',
  title: { vi: `Phim ${id}` },
  minutes: 90,
})
const draft: DraftRows = {
  films: new Map([
    ['late', [film('first'), film('second')]],
    ['early', [film('unannounced')]],
  ]),
  rooms: [
    { id: 'small', name: { vi: 'Nhỏ' }, venue: null, position: 2 },
    { id: 'large', name: { vi: 'Lớn' }, venue: { en: 'Hall' }, position: 1 },
    { id: 'unused', name: { vi: 'Trống' }, venue: null, position: 3 },
  ],
  tracks: [{ id: 'ai', name: { vi: 'AI' }, colour: '#123456', position: 1 }],
  people: [person('guest', 30), person('minister', 10), person('nobody', 1)],
  sessions: [
    session('late', '19:00', { kind: 'screening' }),
    session('beside', '18:00', { roomId: 'small', trackId: 'ai' }),
    session('early', '18:00', { roomId: 'large' }),
    session('unplaced', null),
    session('dropped', '18:00', { cancelledAt: at('12:00') }),
  ],
  appearances: [
    appearance('late', 'guest', 2),
    appearance('late', 'minister', 1),
    appearance('dropped', 'nobody', 1),
  ],
}

describe('a frozen agenda', () => {
  const frozen = freezeAgenda(draft)

  it('has the films of screenings in their order, and says nothing of films elsewhere', () => {
    expect(frozen.sessions.map(({ films }) => films?.map(({ id }) => id))).toEqual([
      undefined,
      undefined,
      ['first', 'second'],
    ])
    expect(frozen.sessions[0]).not.toHaveProperty('films')
  })

  it('has the placed sessions in order of time, then room', () => {
    expect(frozen.sessions.map((one) => one.id)).toEqual(['early', 'beside', 'late'])
    expect(frozen.sessions[0]).toMatchObject({
      startsAt: '2025-03-11T18:00:00.000Z',
      endsAt: '2025-03-11T18:01:00.000Z',
    })
  })

  it('keeps only what occurs in them, in order', () => {
    expect(frozen.rooms.map((one) => one.id)).toEqual(['large', 'small'])
    expect(frozen.tracks.map((one) => one.id)).toEqual(['ai'])
    expect(frozen.people.map((one) => one.id)).toEqual(['minister', 'guest'])
    expect(frozen.sessions[2]?.appearances.map((one) => one.personId)).toEqual(['minister', 'guest'])
  })

  it('does not depend on the order of the rows', () => {
    const turned = {
      rooms: [...draft.rooms].reverse(),
      tracks: draft.tracks,
      people: [...draft.people].reverse(),
      films: draft.films,
      sessions: [...draft.sessions].reverse(),
      appearances: [...draft.appearances].reverse(),
    }
    expect(freezeAgenda(turned)).toEqual(frozen)
  })
})
