import type { Bilingual, SeedRoom, SeedTrack, SeedVenue } from './world.ts'

// The houses of earlier editions, by what is reported of them: no source gives a street. What runs where is illustrative.
const daNang = {
  city: { vi: 'Đà Nẵng', en: 'Đà Nẵng' },
  country: 'VN',
}

export const mainVenue: SeedVenue = {
  ...daNang,
  name: { vi: 'Trung tâm Hội nghị Ariyana', en: 'Ariyana Convention Centre' },
}

const leDo: SeedVenue = { ...daNang, name: { vi: 'Rạp Lê Độ', en: 'Lê Độ Cinema' } }
const galaxy: SeedVenue = { ...daNang, name: { vi: 'Rạp Galaxy', en: 'Galaxy Cinema' } }
const trungVuong: SeedVenue = { ...daNang, name: { vi: 'Nhà hát Trưng Vương', en: 'Trưng Vương Theatre' } }
const apecPark: SeedVenue = { ...daNang, name: { vi: 'Công viên APEC', en: 'APEC Park' } }

/** Invented, like the event that is held there. */
export const studentVenue: SeedVenue = {
  ...daNang,
  name: { vi: 'Hội trường Sinh viên', en: 'Student Hall' },
  address: 'Hòa Khánh, Đà Nẵng',
}

export const danaffRooms: SeedRoom[] = [
  {
    key: 'theatre',
    name: { vi: 'Khán phòng lớn', en: 'Main auditorium' },
    venue: mainVenue,
    capacity: 900,
  },
  { key: 'cinema-1', name: { vi: 'Phòng chiếu 1', en: 'Cinema 1' }, venue: leDo, capacity: 240 },
  { key: 'cinema-2', name: { vi: 'Phòng chiếu 2', en: 'Cinema 2' }, venue: galaxy, capacity: 120 },
  { key: 'forum', name: { vi: 'Phòng hội thảo', en: 'Forum' }, venue: trungVuong, capacity: 180 },
  { key: 'park', name: { vi: 'Màn ảnh ngoài trời', en: 'Open-air screen' }, venue: apecPark, capacity: 600 },
]

export const danaffTracks: SeedTrack[] = [
  { key: 'asia', name: { vi: 'Điện ảnh châu Á', en: 'Films of Asia' }, colour: '#17518c' },
  { key: 'vietnam', name: { vi: 'Điện ảnh Việt Nam', en: 'Films of Vietnam' }, colour: '#8a1f2d' },
  { key: 'trade', name: { vi: 'Gặp gỡ nghề nghiệp', en: 'Meetings of the trade' }, colour: '#5a4a12' },
]
