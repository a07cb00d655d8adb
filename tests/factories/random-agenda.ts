import { locales, sessionKinds } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { seededRandom } from './randomness.ts'

const names = [
  ...[
    'Test Person, PhD',
    'Nguyễn Thị Ánh Tuyết',
    'Vũ, Tâm',
    'O’Neil & Sons',
    'Zoë "Zed" <Q>',
    'Müller-Lüdenscheidt',
  ],
  ...['李小龙', 'محمد علي', 'Ольга 🎬', "D'Arcy; Jr.", 'Nguyễn Thị Ánh Tuyết'],
]
const titles = [
  ...[
    'Khai mạc',
    'A, B; C',
    'R&amp;D & “film”',
    '<b>not bold</b> 1 < 2',
    '🎥 Emoji 👩🏽‍🚀',
    'Q&A: what now?',
  ],
  ...['Tọa đàm: điện ảnh', 'Ελληνικά', '100% #1 "quoted"'],
]
const texts = [
  ...['', 'One line.', 'Two\nlines', 'Dòng một\n\nDòng hai, có dấu phẩy', 'a < b and c > d', '“Quotes” & 🎬'],
  ...['See\n\nSlides: https://example.org/a?b=1&c=2', 'https://example.org/x\nhttps://example.org/y.'],
]
const places = ['Phòng lớn', 'Room 2, second floor', 'A & B', '7', 'Hội trường "Sen"', '__proto__']
const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kolkata', 'UTC']
// The night in which the clocks of New York are put forward is among them.
export const firstRandomDay = Date.parse('2027-03-13T00:00:00Z')

const idOf = (kind: number, number: number) =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** An agenda of anything that people write, over several days and midnights. */
export function randomAgenda(seed: number): { agenda: PublishedAgenda; timeZone: string } {
  const { below, pick, chance } = seededRandom(seed)
  const both = (of: readonly string[]) => {
    const [vi, en] = [pick(of), pick(of)]
    return chance(0.3) ? { vi, original: 'vi' as const } : { vi, en, original: 'vi' as const }
  }
  const own = { honorific: {}, position: {}, affiliation: {}, pronunciation: null, precedence: 0 }
  const people = names.map((name, at) => {
    const about = { id: idOf(3, at), slug: `p${at}`, name, portraitId: null, biography: both(texts) }
    return { ...own, ...about }
  })
  const rooms = places.map((name, at) => ({
    id: idOf(1, at),
    name: { vi: name, original: 'vi' as const },
    venue: null,
  }))
  const tracks = ['Phim, ảnh', 'R&D', '🎬'].map((name, at) => {
    return { id: idOf(2, at), name: { vi: name, original: 'vi' as const }, colour: null }
  })
  const shown = ['rain', 'bird'].map((slug, at) => {
    const titles = { title: both(texts), originalTitle: 'Phim, "gốc"', originalLanguage: 'vi' }
    return { id: idOf(5, at), slug, minutes: 97, ...titles }
  })
  const sessions = Array.from({ length: 1 + below(12) }, (_, at) => {
    const startsAt = firstRandomDay + below(3 * 288) * 300_000
    const cast = new Set(Array.from({ length: below(4) }, () => pick(people).id))
    return {
      id: idOf(4, at),
      slug: `s${at}`,
      kind: pick(sessionKinds),
      title: both(titles),
      abstract: both(texts),
      languages: chance(0.5) ? [pick(locales)] : [],
      interpretation: [],
      capacity: null,
      signUp: false,
      trackId: chance(0.6) ? pick(tracks).id : null,
      roomId: chance(0.8) ? pick(rooms).id : null,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + (1 + below(120)) * 300_000).toISOString(),
      ...(chance(0.2) && { films: shown.filter(() => chance(0.6)) }),
      appearances: [...cast].map((personId) => ({ personId, role: 'speaker' as const, minutes: null })),
    }
  })
  return { agenda: { rooms, tracks, people, sessions }, timeZone: pick(zones) }
}
