import { describe, expect, test } from 'vitest'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import {
  chosenFilms,
  type FilmQuery,
  filmQueryAt,
  pageOf,
  readFilmQuery,
  screeningsByFilm,
} from './film-choice.ts'

const film = (id: string, search: string, countries: string[] = [], section: string | null = null) => ({
  id,
  search,
  countries,
  section: section === null ? null : { slug: section },
})
const films = [
  film('rain', 'mua tren canh buom dont cry butterfly duong dieu linh', ['VN', 'SG'], 'asian'),
  film('dog', 'hac cau black dog guan hu', ['CN'], 'asian'),
  film('duel', 'tham tu kien victor vu', ['VN'], 'vietnamese'),
]
const shown = (id: string) => ({
  id,
  slug: id,
  originalTitle: '',
  originalLanguage: '',
  title: {},
  minutes: null,
})
const plain = {
  kind: 'screening' as const,
  title: {},
  abstract: {},
  languages: [],
  interpretation: [],
  capacity: null,
  signUp: false,
  trackId: null,
  roomId: null,
  endsAt: '2025-07-01T00:00:00.000Z',
  appearances: [],
}
/** 30 June in Đà Nẵng begins at 17:00 UTC of the day before. */
const sessions: PublishedSession[] = [
  { id: 's1', startsAt: '2025-06-29T17:30:00.000Z', films: [shown('rain'), shown('dog')] },
  { id: 's2', startsAt: '2025-06-29T12:00:00.000Z', films: [shown('rain')] },
  { id: 's3', startsAt: '2025-06-29T12:00:00.000Z' },
].map((session) => ({ ...plain, slug: session.id, ...session }))

const chosen = (query: Partial<FilmQuery>, words: string[] = []) =>
  chosenFilms(films, {
    query: { q: '', section: null, country: null, day: null, page: 1, ...query },
    words,
    screenings: screeningsByFilm(sessions),
    timeZone: 'Asia/Ho_Chi_Minh',
  }).map(({ id }) => id)

describe('the films that are looked for', () => {
  test.each([
    [{}, [], ['rain', 'dog', 'duel']],
    [{}, ['buom'], ['rain']],
    [{}, ['hu', 'dog'], ['dog']],
    [{ section: 'asian' }, [], ['rain', 'dog']],
    [{ country: 'VN' }, [], ['rain', 'duel']],
    [{ country: 'VN', section: 'asian' }, [], ['rain']],
    [{ day: '2025-06-30' }, [], ['rain', 'dog']],
    [{ day: '2025-06-29' }, [], ['rain']],
    [{ day: '2025-07-01' }, [], []],
    [{ section: 'none' }, [], []],
  ] as [Partial<FilmQuery>, string[], string[]][])('%j %j', (query, words, ids) => {
    expect(chosen(query, words)).toEqual(ids)
  })

  test('an address says what is asked, and nonsense asks nothing', () => {
    const query = readFilmQuery(new URLSearchParams('q= mưa &section=asian&page=2'))
    expect(query).toEqual({ q: 'mưa', section: 'asian', country: null, day: null, page: 2 })
    expect(filmQueryAt(query, 3)).toBe('?q=m%C6%B0a&section=asian&page=3')
    expect(readFilmQuery(new URLSearchParams('page=-4&country='))).toMatchObject({ page: 1, country: null })
    expect(filmQueryAt(readFilmQuery(new URLSearchParams()), 1)).toBe('')
  })

  test('two hundred films stand on pages, and one past the end is the last', () => {
    const many = Array.from({ length: 200 }, (_, at) => at)
    expect(pageOf(many, 1)).toMatchObject({ total: 200, page: 1, last: 5 })
    expect(pageOf(many, 9).rows).toEqual([192, 193, 194, 195, 196, 197, 198, 199])
    expect(pageOf([], 1)).toEqual({ rows: [], total: 0, page: 1, last: 1 })
  })
})
