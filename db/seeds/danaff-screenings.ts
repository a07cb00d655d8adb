import { danaffRooms } from './danaff-places.ts'
import { movedBy } from './days.ts'
import type { Bilingual, SeedAppearance, SeedSession } from './world.ts'

type Screening = {
  slug: string
  film: Bilingual
  abstract: Bilingual
  room: string
  track: 'asia' | 'vietnam'
  /** Day of the festival from 0, then wall-clock times. */
  at: [day: number, starts: string, ends: string]
  talkingAfterwards?: SeedAppearance[]
  /** Of a screening that is not of one film of its own: the addresses of those that it shows. */
  films?: string[]
}

export const shortFilms = [1, 2, 3, 4, 5, 6].map((number) => `short-film-${number}`)

/** Films that do not exist. */
export const screenings: Screening[] = [
  {
    slug: 'opening-film',
    film: { vi: 'Con thuyền giấy ngược dòng', en: 'A Paper Boat Upstream' },
    abstract: {
      vi: 'Phim khai mạc. Một cậu bé gửi thư cho người cha đi biển bằng những con thuyền giấy thả trên sông.',
      en: 'The opening film. A boy writes to his father at sea, on paper boats that he sets on the river.',
    },
    room: 'theatre',
    track: 'vietnam',
    at: [0, '20:15', '22:00'],
  },
  {
    slug: 'lanterns',
    film: { vi: 'Người gác những ngọn đèn lồng', en: 'The Keeper of the Lanterns' },
    abstract: {
      vi: 'Một người thợ già dạy nghề cho cô cháu gái chỉ thích máy tính. Sau buổi chiếu có giao lưu với đạo diễn.',
      en: 'An old craftsman teaches his granddaughter, who only cares for computers. With the director afterwards.',
    },
    room: 'cinema-1',
    track: 'vietnam',
    at: [1, '10:00', '12:00'],
    talkingAfterwards: [{ person: 'do-ngoc-an', role: 'speaker', minutes: 20 }],
  },
  {
    slug: 'salt-road',
    film: { vi: 'Đường muối lên núi', en: 'The Salt Road to the Hills' },
    abstract: {
      vi: 'Phim tài liệu minh họa về một đoàn người gánh muối qua ba mùa mưa nắng.',
      en: 'An illustrative documentary about people who carry salt through three seasons.',
    },
    room: 'cinema-2',
    track: 'asia',
    at: [1, '14:00', '15:45'],
  },
  {
    slug: 'perfume-map',
    film: { vi: 'Tấm bản đồ mùi hương', en: 'A Map of Scents' },
    abstract: {
      vi: 'Một cô gái khiếm thị vẽ lại khu phố cổ bằng những mùi hương còn sót lại.',
      en: 'A young woman who cannot see draws the old town anew, by the scents that are left of it.',
    },
    room: 'cinema-1',
    track: 'vietnam',
    at: [1, '14:00', '15:30'],
  },
  {
    slug: 'last-ferry',
    film: { vi: 'Chuyến phà sau cùng lúc chín giờ', en: 'The Nine O’Clock Ferry Was the Last' },
    abstract: {
      vi: 'Chiếu ngoài trời. Đêm cuối cùng của một bến phà trước ngày khánh thành cây cầu mới.',
      en: 'In the open air. The last night of a ferry before the new bridge opens.',
    },
    room: 'park',
    track: 'vietnam',
    at: [1, '19:30', '21:15'],
  },
  {
    slug: 'letters-from-a-kitchen',
    film: { vi: 'Thư từ căn bếp số 9', en: 'Letters from Kitchen No. 9' },
    abstract: {
      vi: 'Ba thế hệ phụ nữ, một căn bếp và cuốn sổ ghi những món ăn không ai còn nấu.',
      en: 'Three generations of women, one kitchen, and a notebook of dishes that nobody cooks any more.',
    },
    room: 'cinema-2',
    track: 'asia',
    at: [2, '10:00', '11:50'],
  },
  {
    slug: 'short-films',
    film: { vi: 'Sáu phim ngắn của sáu người trẻ', en: 'Six Short Films by Six Young People' },
    abstract: {
      vi: 'Chùm phim ngắn minh họa của các tác giả trẻ; người quay phim trò chuyện cùng khán giả.',
      en: 'Illustrative short films by young authors; the cinematographer talks with the audience.',
    },
    room: 'cinema-1',
    track: 'vietnam',
    at: [2, '14:00', '15:45'],
    talkingAfterwards: [{ person: 'phung-dac-nghia', role: 'speaker', minutes: 15 }],
    films: shortFilms,
  },
  {
    slug: 'gala',
    film: { vi: 'Mùa gió đổi chiều', en: 'When the Season Turned' },
    abstract: {
      vi: 'Buổi chiếu lớn giữa kỳ liên hoan phim: câu chuyện của một làng chài trong một năm nhiều bão.',
      en: 'The gala of the festival: a fishing village in a year of many storms.',
    },
    room: 'theatre',
    track: 'asia',
    at: [2, '20:00', '22:00'],
  },
  {
    slug: 'the-sound-of-bamboo',
    film: { vi: 'Tiếng tre ở tầng hai mươi', en: 'The Sound of Bamboo on the Twentieth Floor' },
    abstract: {
      vi: 'Một nghệ nhân làm sáo chuyển lên chung cư và học lại cách lắng nghe.',
      en: 'A maker of flutes moves into a tower block and learns to listen anew.',
    },
    room: 'cinema-1',
    track: 'vietnam',
    at: [3, '10:30', '12:15'],
  },
  {
    slug: 'two-stations',
    film: { vi: 'Giữa hai nhà ga', en: 'Between Two Stations' },
    abstract: {
      vi: 'Hai người lạ lỡ cùng một chuyến tàu và đi bộ suốt đêm qua thành phố.',
      en: 'Two strangers miss the same train and walk through the city all night.',
    },
    room: 'cinema-2',
    track: 'asia',
    at: [3, '14:00', '15:40'],
  },
  {
    slug: 'moon-over-the-market',
    film: { vi: 'Trăng trên chợ nổi', en: 'A Moon over the Floating Market' },
    abstract: {
      vi: 'Chiếu ngoài trời cho cả gia đình: chuyện phiêu lưu của một chú mèo trên chợ nổi.',
      en: 'In the open air, for the whole family: the adventures of a cat on a floating market.',
    },
    room: 'park',
    track: 'vietnam',
    at: [3, '19:30', '21:00'],
  },
  {
    slug: 'winter-orchard',
    film: { vi: 'Vườn cây mùa đông', en: 'The Orchard in Winter' },
    abstract: {
      vi: 'Hai chị em trở về bán khu vườn của cha mẹ và nán lại thêm một mùa hoa.',
      en: 'Two sisters come home to sell the orchard of their parents, and stay for one more blossom.',
    },
    room: 'cinema-1',
    track: 'asia',
    at: [4, '10:00', '11:45'],
  },
  {
    slug: 'audience-choice',
    film: { vi: 'Phim do khán giả chọn', en: 'The Film the Audience Chose' },
    abstract: {
      vi: 'Chiếu lại bộ phim được khán giả bình chọn nhiều nhất trong bốn ngày đầu.',
      en: 'Once more the film that most people voted for on the first four days.',
    },
    room: 'cinema-2',
    track: 'asia',
    at: [4, '14:00', '16:00'],
    films: ['lanterns'],
  },
]

/** Everybody with a seat at the festival takes seats at its screenings, as many as a house has. */
const seatsOf = new Map(danaffRooms.map(({ key, capacity }) => [key, capacity]))

export function danaffScreenings(firstDay: string): SeedSession[] {
  return screenings.map(({ film, at: [day, starts, ends], talkingAfterwards = [], films, ...rest }) => ({
    ...rest,
    films: films ?? [rest.slug],
    kind: 'screening',
    title: film,
    languages: ['vi', 'en'],
    seats: seatsOf.get(rest.room) ?? 0,
    starts: `${movedBy(firstDay, day)}T${starts}`,
    ends: `${movedBy(firstDay, day)}T${ends}`,
    appearances: talkingAfterwards,
  }))
}
