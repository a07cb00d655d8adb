import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, it } from 'vitest'

const script = readFileSync(new URL('../../public/reader.js', import.meta.url), 'utf8')
const home = process.env.TZ

type Line = { textContent: string; className: string }

function linesFor(reader: string, lang: string, dataset: Record<string, string>): Line[] {
  process.env.TZ = reader
  const lines: Line[] = []
  const element = { dataset, append: (line: Line) => lines.push(line) }
  const document = {
    documentElement: { lang },
    querySelectorAll: (selector: string) => (selector === '[data-reader]' ? [element] : []),
    createElement: () => ({ textContent: '', className: '' }),
  }
  runInNewContext(script, { document, location: { hash: '' }, Intl, Date })
  return lines
}

const evening = {
  reader: 'day',
  start: '2025-03-11T22:00:00.000Z',
  end: '2025-03-12T00:30:00.000Z',
  zone: 'America/New_York',
}

afterEach(() => {
  if (home === undefined) delete process.env.TZ
  else process.env.TZ = home
})

it.each([
  ['vi', 'day', 'Thứ Tư, 12 tháng 3, 05:00–\u206007:30 (giờ của bạn, Việt Nam)'],
  ['en', 'day', 'Wednesday, March 12, 5:00–\u20607:30\u00a0AM (your time, Vietnam)'],
  ['vi', 'times', 'Thứ Tư, 05:00–\u206007:30 (Việt Nam)'],
])('adds the clock of a reader in Vietnam (%s, %s)', (lang, reader, words) => {
  expect(linesFor('Asia/Ho_Chi_Minh', lang, { ...evening, reader })[0]?.textContent).toBe(words)
})

it('adds nothing where the clocks agree, whatever the zone is called', () => {
  expect(linesFor('America/New_York', 'vi', evening)).toEqual([])
  expect(linesFor('America/Toronto', 'vi', evening)).toEqual([])
})

it('stays under 3 KB', () => {
  expect(Buffer.byteLength(script)).toBeLessThan(3072)
})

it.each([
  ['?via=83e7sfb', ['via=83e7sfb', '?day=2']],
  ['?lang=vi&via=83e7sfb', ['via=83e7sfb', '?day=2']],
  ['?via=<script>', ['', '?day=2']],
  ['', ['', '?day=2']],
])(
  'with %j in the address the way on carries the link by which one came, and keeps its own words',
  (search, left) => {
    const links = [{ search: '' }, { search: '?day=2' }]
    const document = {
      documentElement: { lang: 'vi' },
      querySelectorAll: (selector: string) => (selector.startsWith('[href^="/vi/"]') ? links : []),
    }
    runInNewContext(script, { document, location: { hash: '', search }, Intl, Date })
    expect(links.map((link) => link.search)).toEqual(left)
  },
)
