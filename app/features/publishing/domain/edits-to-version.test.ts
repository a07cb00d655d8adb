import { describe, expect, it } from 'vitest'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { editsToVersion } from './edits-to-version.ts'

const film = { id: 'f', slug: 'f', originalTitle: 'F', originalLanguage: '', title: {}, minutes: null }
const published: PublishedSession = {
  id: 'a',
  slug: 'a',
  kind: 'talk',
  title: { vi: 'Phim' },
  abstract: {},
  languages: ['vi'],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: 'ai',
  roomId: 'large',
  startsAt: '2025-03-11T22:00:00.000Z',
  endsAt: '2025-03-11T22:30:00.000Z',
  appearances: [{ personId: 'giang', role: 'speaker', minutes: 10 }],
  films: [film],
}
const version = { rooms: [], tracks: [], people: [], sessions: [published] } satisfies PublishedAgenda
const draft: DraftSession = {
  ...published,
  dropped: false,
  appearances: [{ personId: 'giang', role: 'speaker', minutes: 10, deputyForId: 'tam' }],
  films: ['f'],
}
const places = { rooms: new Set(['large']), tracks: new Set(['ai']), films: new Set(['f']) }
const edits = (sessions: DraftSession[], at = places) => editsToVersion(version, sessions, at)
const edit = (sessionId: string, was: object, set: object) => ({ kind: 'edit', sessionId, was, set })

describe('going back to a version', () => {
  it('leaves alone what is as it was, who stands in for whom too', () => {
    expect(edits([draft])).toEqual([])
  })

  it('takes back each field that differs, and only those', () => {
    const roomId = 'small'
    expect(edits([{ ...draft, roomId, title: { vi: 'Khác' } }])).toEqual([
      edit('a', { title: { vi: 'Khác' }, roomId }, { title: { vi: 'Phim' }, roomId: 'large' }),
    ])
    expect(edits([{ ...draft, dropped: true }])).toEqual([edit('a', { dropped: true }, { dropped: false })])
  })

  it('drops what was added later, and keeps what has no time yet', () => {
    const later = { ...draft, id: 'b' }
    const gone = { ...draft, id: 'c', dropped: true }
    const tray = { ...draft, id: 'd', startsAt: null, endsAt: null }
    expect(edits([draft, later, gone, tray])).toEqual([edit('b', { dropped: false }, { dropped: true })])
  })

  it('does without a room, a track or a film that is no more', () => {
    const none = { rooms: new Set<string>(), tracks: new Set<string>(), films: new Set<string>() }
    expect(edits([draft], none)).toEqual([
      edit('a', { roomId: 'large', trackId: 'ai', films: ['f'] }, { roomId: null, trackId: null, films: [] }),
    ])
  })

  it('makes again what is not in the draft at all', () => {
    expect(edits([])).toMatchObject([{ kind: 'add', sessionId: 'a', set: { title: { vi: 'Phim' } } }])
  })
})
