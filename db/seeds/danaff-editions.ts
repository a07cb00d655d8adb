import { catalogue2025, rooms2025, sessions2025 } from './festival/danaff-2025.ts'
import { type Bilingual, paragraphs, type SeedEvent } from './world.ts'

export const danaffName: Bilingual = { vi: 'DANAFF', en: 'DANAFF' }

type Past = {
  year: number
  edition: string
  days: { first: string; last: string }
  venue: { name: Bilingual; address: string }
  summary: Bilingual
  facts: Bilingual
  /** What of its films is known; without it nothing of the program is shown. */
  programme?: Pick<SeedEvent, 'rooms' | 'sessions' | 'catalogue'>
}

const drawn = {
  vi: 'Giờ mở màn, giờ bế mạc và số chỗ trên trang này là minh họa; báo chí không nêu. Chương trình từng buổi không được dựng lại.',
  en: 'Opening and closing times and rooms, and the number of seats, are illustrative: the press did not report them. The program of the days is not rebuilt.',
}

const drawnWithFilms = {
  vi: 'Giờ bế mạc, lịch chiếu, phòng chiếu và số chỗ trên trang này là minh họa; báo chí không nêu. Danh mục chỉ có những phim được nêu tên.',
  en: 'The closing time, the times and rooms of the screenings, and the number of seats, are illustrative: the press did not report them. The catalogue has only the films that were named.',
}

/** An edition as the press tells of it: its days, its houses, its numbers. */
function pastEdition({ year, edition, days, venue, summary, facts, programme }: Past): SeedEvent {
  const { first, last } = days
  const shown = programme ? drawnWithFilms : drawn
  return {
    slug: `danaff-${year}`,
    kind: 'festival',
    title: {
      vi: `Liên hoan phim Châu Á Đà Nẵng lần thứ ${Number(year) - 2022}`,
      en: `Da Nang Asian Film Festival ${edition}`,
    },
    theme: { vi: 'Nhịp cầu châu Á', en: 'Bridging Asia' },
    summary,
    description: {
      vi: paragraphs(facts.vi, shown.vi),
      en: paragraphs(facts.en, shown.en),
    },
    notice: {
      vi: 'Liên hoan phim đã diễn ra; giờ giấc và số chỗ là minh họa.',
      en: 'A festival of the past; its hours and seats are illustrative.',
    },
    timeZone: 'Asia/Ho_Chi_Minh',
    venue: {
      ...venue,
      city: { vi: 'Đà Nẵng', en: 'Đà Nẵng' },
      country: 'VN',
    },
    series: { name: danaffName, edition },
    accent: '#17518c',
    contactEmail: 'danaff@example.org',
    hosts: ['vfda'],
    starts: `${first}T20:00`,
    ends: `${last}T22:00`,
    capacity: 600,
    waitlist: true,
    registration: { opens: `${first}T08:00`, closes: `${first}T18:00` },
    rooms: [],
    sessions: [],
    ...programme,
    tracks: [],
    categories: [{ code: 'guest', name: { vi: 'Khán giả', en: 'Audience' }, capacity: 600 }],
  }
}

/** The three editions before the coming one: what sources say, and nothing else. */
export const danaffEditions: SeedEvent[] = [
  pastEdition({
    year: 2023,
    edition: 'I',
    days: { first: '2023-05-09', last: '2023-05-13' },
    venue: { name: { vi: 'Nhà hát Trưng Vương', en: 'Trưng Vương Theatre' }, address: 'Đà Nẵng' },
    summary: {
      vi: 'Kỳ đầu tiên, từ ngày 9 đến ngày 13 tháng 5 năm 2023, với 46 phim.',
      en: 'The first edition, May 9–13, 2023, with 46 films.',
    },
    facts: {
      vi: 'Các buổi chiếu diễn ra tại Nhà hát Trưng Vương, rạp Galaxy, rạp Lê Độ và ngoài trời ở Công viên APEC. Vé được phát miễn phí tại quầy, từ 10 giờ đến 20 giờ mỗi ngày.',
      en: 'Films were shown in the Trưng Vương Theatre, the Galaxy and Lê Độ cinemas, and in the open air in APEC Park. Tickets were free at counters, from 10 AM to 8 PM every day.',
    },
  }),
  pastEdition({
    year: 2024,
    edition: 'II',
    days: { first: '2024-07-02', last: '2024-07-06' },
    venue: { name: { vi: 'Rạp Lê Độ', en: 'Lê Độ Cinema' }, address: 'Đà Nẵng' },
    summary: {
      vi: 'Kỳ thứ hai, từ ngày 2 đến ngày 6 tháng 7 năm 2024: 63 phim, khoảng 100 buổi chiếu.',
      en: 'The second edition, July 2–6, 2024: 63 films in about 100 screenings.',
    },
    facts: {
      vi: 'Các buổi chiếu diễn ra tại rạp Lê Độ, CGV Vincom, Starlight và Galaxy; riêng một ngày đã có 20 buổi ở bốn rạp.',
      en: 'Films were shown at the Lê Độ, CGV Vincom, Starlight and Galaxy cinemas; on one day alone there were 20 screenings in four of them.',
    },
  }),
  pastEdition({
    year: 2025,
    edition: 'III',
    days: { first: '2025-06-29', last: '2025-07-05' },
    venue: {
      name: { vi: 'Trung tâm Hội nghị Ariyana', en: 'Ariyana Convention Centre' },
      address: 'Đà Nẵng',
    },
    programme: { rooms: rooms2025, sessions: sessions2025, catalogue: catalogue2025 },
    summary: {
      vi: 'Kỳ thứ ba, từ ngày 29 tháng 6 đến ngày 5 tháng 7 năm 2025: 106 phim, khoảng 200 buổi chiếu.',
      en: 'The third edition, June 29 – July 5, 2025: 106 films in about 200 screenings.',
    },
    facts: {
      vi: paragraphs(
        'Lễ khai mạc và bế mạc diễn ra tại Trung tâm Hội nghị Ariyana; phim chiếu ở rạp Lê Độ và nhiều nơi khác. Liên hoan phim có Giải thưởng phim châu Á, Giải thưởng phim Việt Nam, Toàn cảnh điện ảnh châu Á, Điện ảnh Việt Nam hôm nay, nửa thế kỷ phim về chiến tranh Việt Nam, tiêu điểm điện ảnh Hàn Quốc và chương trình ươm mầm tài năng.',
        'Phim châu Á xuất sắc nhất là “Deal at the Border” của Dastan Zhapar Ryskeldi (Kyrgyzstan); phim Việt Nam xuất sắc nhất là “Chị dâu” của Khương Ngọc. Giám khảo phim châu Á do Jang Joon-hwan làm chủ tịch.',
      ),
      en: paragraphs(
        'The opening and closing nights were held in the Ariyana Convention Centre; films ran at the Lê Độ Cinema and elsewhere. There were Asian and Vietnamese film awards, a panorama of Asian cinema, Vietnamese cinema today, half a century of Vietnamese war films, a focus on Korean cinema, and a program for new talents.',
        'Best Asian film was “Deal at the Border” by Dastan Zhapar Ryskeldi (Kyrgyzstan); best Vietnamese film was “Chị dâu” (Sister-in-law) by Khương Ngọc. Jang Joon-hwan chaired the Asian jury.',
      ),
    },
  }),
]
