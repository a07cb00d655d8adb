import { describe, expect, test } from 'vitest'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { ageRatings, creditRoles, locales, premieres } from '#app/shared/vocabulary.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { filmColumnNamed, filmColumns } from './film-columns.ts'
import { planFilms } from './plan-films.ts'
import { readFilms } from './read-films.ts'
import { type CatalogueFilm, writeFilms } from './write-films.ts'

const film = (values: Partial<CatalogueFilm> = {}): CatalogueFilm => ({
  slug: 'rain',
  originalTitle: '',
  originalLanguage: '',
  title: { vi: 'Mưa', en: 'Rain' },
  synopsis: {},
  countries: ['VN'],
  year: 2024,
  minutes: 97,
  languages: ['vi'],
  subtitles: [],
  rating: null,
  premiere: null,
  trailerUrl: null,
  section: null,
  credits: [{ role: 'director', personId: 'p', name: 'Dương Diệu Linh' }],
  ...values,
})
const asian = { id: 's1', slug: 'asian', name: { vi: 'Phim châu Á', en: 'Asian films' } }
const plan = (text: string, films: CatalogueFilm[] = [film()], answers = {}) =>
  planFilms(readFilms(text).rows, { films, sections: [asian], answers })
/** Of each line what becomes of it, or why nothing does. */
const told = (text: string, films?: CatalogueFilm[], answers = {}) =>
  plan(text, films, answers).map((line) => (line.what === 'unclear' ? `${line.line} ${line.why}` : line.what))

describe('headers', () => {
  test.each([
    ['Tên gốc', 'originalTitle'],
    ['Tên phim', 'title.vi'],
    ['Tên phim (tiếng Anh)', 'title.en'],
    ['English title', 'title.en'],
    ['Title (Vietnamese)', 'title.vi'],
    ['TITLE', 'title.en'],
    ['Đạo diễn', 'credits.director'],
    ['Director(s)', null],
    ['Directors', 'credits.director'],
    ['Tóm tắt (tiếng Việt)', 'synopsis.vi'],
    ['Synopsis', 'synopsis.en'],
    ['Phụ đề', 'subtitles'],
    ['Trailer link', 'trailerUrl'],
    ['Budget', null],
  ])('%s', (header, column) => {
    expect(filmColumnNamed(header)).toBe(column)
  })
})

describe('a table of films', () => {
  test.each([
    ['commas', 'Title,Year,Countries\nBird,2023,"VN, KR"'],
    ['semicolons and a mark in front', '\uFEFFTitle;Year;Countries\r\nBird;2023;VN, KR'],
    ['tabs, in Vietnamese', 'Tên phim tiếng Anh\tNăm sản xuất\tQuốc gia\nBird\t2023\tViệt Nam; Hàn Quốc'],
  ])('is read with %s', (_, text) => {
    const [line] = plan(text)
    expect(line).toMatchObject({
      what: 'new',
      details: { title: { vi: '', en: 'Bird' }, year: 2023, countries: ['VN', 'KR'] },
    })
  })

  test.each([
    ['Title,Year\nRain,24', '2 year'],
    ['Title,Minutes\nBird,long', '2 minutes'],
    ['Title,Countries\nBird,Atlantis', '2 region'],
    ['Title,Subtitles\nBird,Klingonisch', '2 language'],
    ['Title,Age rating\nBird,T99', '2 rating'],
    ['Title,Premiere\nBird,galactic', '2 premiere'],
    ['Title,Trailer\nBird,http://x.vn', '2 link'],
    ['Title,Year\n,2024', '2 untitled'],
    [`Title,Year\n${'a'.repeat(201)},2024`, '2 too-long'],
    ['Title,Year\n"Bird\nof prey",2024\nRain,x', '4 year'],
    ['Title,Year\nBird,2023\nbird,2023', '3 repeated'],
    ['Title,Year\nBird,2023,more', '2 unreadable'],
  ])('tells what is wrong, and in which line: %j', (text, fault) => {
    expect(told(text)).toContain(fault)
  })

  test.each([
    ['97 phút', 'C16', 'World premiere', { minutes: 97, rating: 'T16', premiere: 'world' }],
    ['97', '18+', 'Công chiếu quốc tế lần đầu', { rating: 'T18', premiere: 'international' }],
    ['97′', 'P: mọi độ tuổi', 'châu Á', { rating: 'P', premiere: 'asian' }],
    ['97 min', 'K', 'Vietnam premiere', { rating: 'K', premiere: 'national' }],
  ])('understands %s, %s and %s', (minutes, rating, premiere, details) => {
    const [line] = plan(`Title,Minutes,Rating,Premiere\nBird,${minutes},${rating},${premiere}`)
    expect(line).toMatchObject({ what: 'new', details })
  })

  test('changes only what its columns say, and empties what they leave empty', () => {
    const [line] = plan('Title,Year,Minutes,Section\nRain,2024,,phim chau a')
    expect(line).toMatchObject({
      what: 'changed',
      columns: ['minutes', 'section'],
      details: { minutes: null, sectionId: 's1', countries: ['VN'] },
    })
    expect(plan('Title,Section\nBird,Ghosts')[0]).toMatchObject({ what: 'new', newSection: 'Ghosts' })
  })
})

describe('which film a line is', () => {
  const bird = film({ slug: 'bird', originalTitle: 'Chim', title: { en: 'Bird' }, year: 2023 })
  test.each([
    ['by title and year', 'Title,Year\nRain,2024', ['same']],
    ['in other capitals', 'Title,Year\nRAIN,2024', ['changed']],
    ['another year', 'Title,Year\nRain,2020', ['new']],
    ['other accents', 'Tên phim,Year\nMùa,2024', ['new']],
    ['a year not said', 'Title\nRain', ['asked']],
    ['other directors', 'Title,Year,Directors\nRain,2024,Somebody Else', ['asked']],
    ['one director of two', 'Title,Year,Directors\nRain,2024,dương diệu linh; Somebody Else', ['changed']],
    ['another original title', 'Original title,Title,Year\nOiseau,Bird,2023', ['asked']],
    ['by its address, whatever it is called', 'Page address,Title,Year\nbird,Birds,2021', ['changed']],
    ['an address of elsewhere', 'Page address,Title,Year\nrain-3,Rain,2024', ['same']],
    ['two rows of one film', 'Title,Year\nRain,2024\nRain,2024', ['same', '3 repeated']],
    ['two new films of one title', 'Title,Year,Directors\nSun,2024,A B\nSun,2024,C D', ['new', 'new']],
  ])('%s', (_, text, what) => {
    expect(told(text, [film(), bird])).toEqual(what)
  })

  test('is asked between two, and answered', () => {
    const films = [film(), film({ slug: 'rain-2', credits: [] })]
    const text = 'Title,Year,Minutes\nRain,2024,80'
    expect(told(text, films)).toEqual(['asked'])
    expect(plan(text, films)[0]?.candidates.map(({ slug }) => slug)).toEqual(['rain', 'rain-2'])
    expect(told(text, films, { 2: 'new' })).toEqual(['new'])
    expect(told(text, films, { 2: 'skip' })).toEqual(['skipped'])
    expect(told(text, films, { 2: 'nobody' })).toEqual(['asked'])
    expect(plan(text, films, { 2: 'rain-2' })[0]).toMatchObject({ what: 'changed', film: { slug: 'rain-2' } })
  })
})

const texts = [
  ...[
    '',
    'Một câu.',
    '=SUM(A1)',
    "'=1",
    '@cmd',
    '-1',
    'A, B; C',
    'Says "no"',
    'Two\nlines',
    'One\n\n- two\n- three',
  ],
  ...['  spaced  ', '한국 영화', 'e\u0301', 'a;=b', '\t+x', "l'été", '--', 'sep=;', '＝full'],
]

/** Films of anything that people write. */
function randomFilms(seed: number): CatalogueFilm[] {
  const { below, pick, chance } = seededRandom(seed)
  const some = <T>(of: readonly T[]): T[] => of.filter(() => chance(0.3))
  const both = () => ({ ...(chance(0.7) && { vi: pick(texts) }), ...(chance(0.7) && { en: pick(texts) }) })
  return Array.from({ length: 1 + below(6) }, (_, at) =>
    film({
      slug: `film-${at}`,
      originalTitle: chance(0.5) ? pick(texts) : `Film ${at}`,
      originalLanguage: pick(['', 'vi', 'ko', 'zh-Hant']),
      title: both(),
      synopsis: both(),
      countries: some(['VN', 'KR', 'TW', 'XK', 'GB']),
      year: pick([null, 1999, 2024]),
      minutes: pick([null, 1, 97]),
      languages: some(['vi', 'ko', 'zh-Hant', 'sr-Latn']),
      subtitles: some(['en', 'vi']),
      rating: pick([null, ...ageRatings]),
      premiere: pick([null, ...premieres]),
      trailerUrl: pick([null, 'https://example.org/a?b=1,2;3']),
      section: pick([null, asian]),
      credits: creditRoles.flatMap((role) =>
        Array.from({ length: below(3) }, () => ({
          role,
          personId: pick(['p', 'q']),
          name: pick(['Trần Hai', 'Vũ, Tâm', 'A; B', "=D'Arcy"]),
        })),
      ),
    }),
  ).filter(({ originalTitle, title }) => (originalTitle + (title.vi ?? '') + (title.en ?? '')).trim() !== '')
}

test.each(locales)('what was written in %s changes nothing when it is read again', (locale) => {
  let films = 0
  for (let seed = 1; seed <= 60; seed += 1) {
    const written = randomFilms(seed)
    const file = csvLines([[...filmColumns], ...writeFilms(written, locale)])
    for (const text of [file, `\uFEFF${file}`]) {
      const { rows } = readFilms(text)
      const lines = planFilms(rows, { films: written, sections: [asian] })
      const other = lines.flatMap((line) => (line.what === 'same' ? [] : [line]))
      expect({ seed, other, count: lines.length }).toEqual({ seed, other: [], count: written.length })
    }
    films += written.length
  }
  expect(films).toBeGreaterThan(100)
})
