import type { SeedAward } from '../world.ts'

const asian = 'asian-film-awards'
const vietnamese = 'vietnamese-film-awards'

/** Who won in 2025, as the press reported it: no more and no less. */
export const awards2025: SeedAward[] = [
  {
    section: asian,
    name: { vi: 'Phim châu Á xuất sắc nhất', en: 'Best Asian Film' },
    winners: [{ film: 'deal-at-the-border' }],
  },
  {
    section: asian,
    name: { vi: 'Giải đặc biệt của Ban giám khảo phim châu Á', en: 'Special Jury Prize, Asian films' },
    winners: [{ film: 'dont-cry-butterfly' }],
  },
  {
    section: asian,
    name: { vi: 'Đạo diễn phim châu Á xuất sắc nhất', en: 'Best Director, Asian films' },
    winners: [{ person: 'Guan Hu', film: 'black-dog' }],
  },
  {
    section: asian,
    name: { vi: 'Kịch bản phim châu Á xuất sắc nhất', en: 'Best Screenplay, Asian films' },
    winners: [{ film: 'muddy-foot' }],
  },
  {
    section: asian,
    name: { vi: 'Diễn xuất phim châu Á xuất sắc nhất', en: 'Best Acting, Asian films' },
    winners: [
      { person: 'Nurzhan Beksultanova', film: 'abel' },
      { person: 'Lee Kang-sheng', film: 'stranger-eyes' },
    ],
  },
  {
    section: vietnamese,
    name: { vi: 'Phim Việt Nam xuất sắc nhất', en: 'Best Vietnamese Film' },
    winners: [{ film: 'sister-in-law' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Giải đặc biệt của Ban giám khảo phim Việt Nam', en: 'Special Jury Prize, Vietnamese films' },
    winners: [{ film: 'trang-quynh-nhi' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Đạo diễn phim Việt Nam xuất sắc nhất', en: 'Best Director, Vietnamese films' },
    winners: [{ person: 'Victor Vũ', film: 'tham-tu-kien' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Kịch bản phim Việt Nam xuất sắc nhất', en: 'Best Screenplay, Vietnamese films' },
    winners: [{ film: 'sister-in-law' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Nữ diễn viên phim Việt Nam xuất sắc nhất', en: 'Best Actress, Vietnamese films' },
    winners: [{ person: 'Việt Hương', film: 'sister-in-law' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Nam diễn viên phim Việt Nam xuất sắc nhất', en: 'Best Actor, Vietnamese films' },
    winners: [{ person: 'Tuấn Trần' }],
  },
  {
    section: vietnamese,
    name: { vi: 'Giải NETPAC', en: 'NETPAC Award' },
    winners: [{ film: 'sister-in-law' }],
  },
]
