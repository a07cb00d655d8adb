import type { Bilingual, SeedRoom, SeedTrack, SeedVenue } from './world.ts'

// Illustrative places: none of these houses is named after a real one. The positions lie in the parts of town they name.
const daNang = {
  city: { vi: 'Đà Nẵng', en: 'Đà Nẵng' },
  country: 'VN',
}

export const mainVenue: SeedVenue = {
  ...daNang,
  name: { vi: 'Nhà hát Liên hoan phim', en: 'Festival Theatre' },
  address: 'Bờ tây sông Hàn, Đà Nẵng',
  latitude: 16.0678,
  longitude: 108.2237,
}

const riverCinema: SeedVenue = {
  ...daNang,
  name: { vi: 'Rạp bên sông', en: 'Riverside Cinema' },
  address: 'Bờ đông sông Hàn, Đà Nẵng',
  latitude: 16.0712,
  longitude: 108.2312,
}

const forumHouse: SeedVenue = {
  ...daNang,
  name: { vi: 'Nhà hội thảo', en: 'Forum House' },
  address: 'Sơn Trà, Đà Nẵng',
  latitude: 16.0831,
  longitude: 108.2385,
}

const beach: SeedVenue = {
  ...daNang,
  name: { vi: 'Bãi biển Mỹ Khê', en: 'Mỹ Khê beach' },
  address: 'Mỹ Khê, Đà Nẵng',
  latitude: 16.0607,
  longitude: 108.2467,
}

export const studentVenue: SeedVenue = {
  ...daNang,
  name: { vi: 'Hội trường Sinh viên', en: 'Student Hall' },
  address: 'Hòa Khánh, Đà Nẵng',
  latitude: 16.0738,
  longitude: 108.1499,
}

export const danaffRooms: SeedRoom[] = [
  {
    key: 'theatre',
    name: { vi: 'Khán phòng lớn', en: 'Main auditorium' },
    venue: mainVenue,
    capacity: 900,
  },
  { key: 'cinema-1', name: { vi: 'Phòng chiếu 1', en: 'Cinema 1' }, venue: riverCinema, capacity: 240 },
  { key: 'cinema-2', name: { vi: 'Phòng chiếu 2', en: 'Cinema 2' }, venue: riverCinema, capacity: 120 },
  { key: 'forum', name: { vi: 'Phòng hội thảo', en: 'Forum' }, venue: forumHouse, capacity: 180 },
  { key: 'beach', name: { vi: 'Màn ảnh ngoài trời', en: 'Open-air screen' }, venue: beach, capacity: 600 },
]

export const danaffTracks: SeedTrack[] = [
  { key: 'asia', name: { vi: 'Điện ảnh châu Á', en: 'Films of Asia' }, colour: '#17518c' },
  { key: 'vietnam', name: { vi: 'Điện ảnh Việt Nam', en: 'Films of Vietnam' }, colour: '#8a1f2d' },
  { key: 'trade', name: { vi: 'Gặp gỡ nghề nghiệp', en: 'Meetings of the trade' }, colour: '#5a4a12' },
]

/** The title of a film that does not exist: the event's notice says so on every page. */
export function inventedFilm(title: Bilingual): Bilingual {
  return { vi: `“${title.vi}”`, en: `“${title.en}”` }
}
