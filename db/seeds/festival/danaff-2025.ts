import { mainVenue } from '../danaff-places.ts'
import type { Bilingual, SeedCatalogue, SeedRoom, SeedSession } from '../world.ts'
import { awards2025 } from './danaff-awards-2025.ts'

/** Where the films of the third edition ran, by what was reported; which film ran where is illustrative. */
export const rooms2025: SeedRoom[] = [
  { key: 'hall', name: { vi: 'Khán phòng Ariyana', en: 'Ariyana hall' }, venue: mainVenue },
  {
    key: 'le-do',
    name: { vi: 'Phòng chiếu', en: 'Screen' },
    venue: {
      name: { vi: 'Rạp Lê Độ', en: 'Lê Độ Cinema' },
      city: { vi: 'Đà Nẵng', en: 'Đà Nẵng' },
      country: 'VN',
    },
  },
]

const named: Bilingual = {
  vi: 'Danh mục ở đây chỉ gồm những phim được báo chí nêu tên.',
  en: 'Listed here are only the films that the press named.',
}
const said = (text: Bilingual): Bilingual => ({ vi: `${text.vi} ${named.vi}`, en: `${text.en} ${named.en}` })

/** Sections with their numbers of films as reported, and the films that reports name. */
export const catalogue2025: SeedCatalogue = {
  sections: [
    {
      slug: 'asian-film-awards',
      kind: 'competition',
      name: { vi: 'Phim châu Á dự thi', en: 'Asian Film Awards' },
      description: said({
        vi: 'Mười bốn phim tranh giải; ban giám khảo do Jang Joon-hwan làm chủ tịch.',
        en: 'Fourteen films competed before a jury chaired by Jang Joon-hwan.',
      }),
    },
    {
      slug: 'vietnamese-film-awards',
      kind: 'competition',
      name: { vi: 'Phim Việt Nam dự thi', en: 'Vietnamese Film Awards' },
      description: said({
        vi: 'Mười hai hoặc mười ba phim tranh giải: các báo nêu số khác nhau.',
        en: 'Twelve or thirteen films competed: the papers differ.',
      }),
    },
    {
      slug: 'panorama-of-asian-cinema',
      kind: 'panorama',
      name: { vi: 'Toàn cảnh điện ảnh châu Á', en: 'Panorama of Asian Cinema' },
      description: said({
        vi: 'Phim của nhiều nền điện ảnh châu Á, ngoài khuôn khổ dự thi.',
        en: 'Films from across Asia, out of competition.',
      }),
    },
    {
      slug: 'vietnamese-cinema-today',
      kind: 'special',
      name: { vi: 'Điện ảnh Việt Nam hôm nay', en: 'Vietnamese Cinema Today' },
      description: said({
        vi: 'Phim Việt Nam những năm gần đây.',
        en: 'Vietnamese films of recent years.',
      }),
    },
    {
      slug: 'half-a-century-of-war-films',
      kind: 'retrospective',
      name: {
        vi: 'Nửa thế kỷ phim về chiến tranh Việt Nam',
        en: 'Half a Century of Vietnamese War Films',
      },
      description: said({ vi: 'Hai mươi hai phim.', en: 'Twenty-two films.' }),
    },
    {
      slug: 'focus-on-korean-cinema',
      kind: 'focus',
      name: { vi: 'Tiêu điểm điện ảnh Hàn Quốc', en: 'Focus on Korean Cinema' },
      description: said({
        vi: 'Mười bốn phim, trong đó có ba phim của Im Kwon-taek.',
        en: 'Fourteen films, among them three by Im Kwon-taek.',
      }),
    },
  ],
  films: [
    {
      slug: 'deal-at-the-border',
      section: 'asian-film-awards',
      title: 'Deal at the Border',
      countries: ['KG'],
      credits: { director: ['Dastan Zhapar Ryskeldi'] },
    },
    {
      slug: 'dont-cry-butterfly',
      section: 'asian-film-awards',
      title: { vi: 'Mưa trên cánh bướm', en: 'Don’t Cry, Butterfly' },
      original: { title: 'Mưa trên cánh bướm', language: 'vi' },
      countries: ['VN'],
      credits: { director: ['Dương Diệu Linh'] },
    },
    {
      slug: 'black-dog',
      section: 'asian-film-awards',
      title: 'Black Dog',
      countries: ['CN'],
      credits: { director: ['Guan Hu'] },
    },
    { slug: 'muddy-foot', section: 'asian-film-awards', title: 'Muddy Foot' },
    {
      slug: 'abel',
      section: 'asian-film-awards',
      title: 'Abel',
      credits: { cast: ['Nurzhan Beksultanova'] },
    },
    {
      slug: 'stranger-eyes',
      section: 'asian-film-awards',
      title: 'Stranger Eyes',
      credits: { cast: ['Lee Kang-sheng'] },
    },
    {
      slug: 'sister-in-law',
      section: 'vietnamese-film-awards',
      title: { vi: 'Chị dâu', en: 'Sister-in-law' },
      original: { title: 'Chị dâu', language: 'vi' },
      countries: ['VN'],
      credits: { director: ['Khương Ngọc'], cast: ['Việt Hương'] },
    },
    {
      slug: 'tham-tu-kien',
      section: 'vietnamese-film-awards',
      title: 'Thám tử Kiên',
      original: { title: 'Thám tử Kiên', language: 'vi' },
      countries: ['VN'],
      credits: { director: ['Victor Vũ'] },
    },
    {
      slug: 'trang-quynh-nhi',
      section: 'vietnamese-film-awards',
      title: 'Trạng Quỳnh nhí',
      original: { title: 'Trạng Quỳnh nhí', language: 'vi' },
      countries: ['VN'],
    },
    ...['Seopyonje', 'Chunhyang', 'Chihwaseon'].map((title) => ({
      slug: title.toLowerCase(),
      section: 'focus-on-korean-cinema',
      title,
      countries: ['KR'],
      credits: { director: ['Im Kwon-taek'] },
    })),
  ],
  chairs: [{ section: 'asian-film-awards', person: 'Jang Joon-hwan' }],
  awards: awards2025,
}

const illustrative: Bilingual = {
  vi: 'Ngày, giờ và rạp của suất chiếu này là minh họa: báo chí nêu phim, không nêu lịch chiếu.',
  en: 'Day, time and cinema of this screening are illustrative: the press named the film, not its schedule.',
}

const times = ['10:00', '14:00', '18:00'] as const

/** Three screenings a day from the second day on, one a film. */
const screenings = catalogue2025.films.map(({ slug, title }, at): SeedSession => {
  const day = ['2025-06-30', '2025-07-01', '2025-07-02', '2025-07-03'][Math.floor(at / 3)] ?? '2025-07-04'
  const starts = times[at % 3] ?? '10:00'
  return {
    slug: `${slug}-screening`,
    kind: 'screening',
    title: typeof title === 'string' ? { vi: title, en: title } : title,
    abstract: illustrative,
    room: 'le-do',
    languages: [],
    starts: `${day}T${starts}`,
    ends: `${day}T${String(Number(starts.slice(0, 2)) + 2).padStart(2, '0')}:30`,
    appearances: [],
    films: [slug],
  }
})

export const sessions2025: SeedSession[] = [
  {
    slug: 'opening',
    kind: 'ceremony',
    title: { vi: 'Lễ khai mạc', en: 'Opening night' },
    room: 'hall',
    languages: [],
    starts: '2025-06-29T20:00',
    ends: '2025-06-29T22:00',
    appearances: [],
  },
  ...screenings,
  {
    slug: 'closing',
    kind: 'ceremony',
    title: { vi: 'Lễ bế mạc và trao giải', en: 'Closing night and awards' },
    abstract: {
      vi: 'Giờ bế mạc là minh họa.',
      en: 'The hour of the closing night is illustrative.',
    },
    room: 'hall',
    languages: [],
    starts: '2025-07-05T20:00',
    ends: '2025-07-05T22:00',
    appearances: [],
  },
]
