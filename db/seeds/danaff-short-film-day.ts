import { danaffFirstDay, danaffZone } from './danaff.ts'
import { studentVenue } from './danaff-places.ts'
import { localDay, movedBy } from './days.ts'
import { paragraphs, type SeedEvent } from './world.ts'

/** An invented afternoon within the festival, free to everybody who is registered for it. */
export function danaffShortFilmDay(now: Date): SeedEvent {
  const day = movedBy(danaffFirstDay(now), 3)
  return {
    slug: 'danaff-short-film-day',
    kind: 'screening-day',
    parent: 'danaff',
    title: { vi: 'Buổi chiều phim ngắn', en: 'Short Film Afternoon' },
    summary: {
      vi: 'Một buổi chiều trong khuôn khổ DANAFF dành cho phim ngắn và những người làm ra chúng.',
      en: 'An afternoon of DANAFF for short films and those who make them.',
    },
    description: {
      vi: paragraphs(
        'Ai đã đăng ký dự liên hoan phim đều lấy được chỗ tại trang riêng của mình, không phải điền lại thông tin.',
        'Đây là sự kiện minh họa: ngày giờ, địa điểm, phòng và nhan đề phim đều là minh họa.',
      ),
      en: paragraphs(
        'Whoever is registered for the festival takes a place on their own page, without typing anything again.',
        'This is an illustrative event: the date, times and rooms, the place and the film titles are illustrative.',
      ),
    },
    notice: {
      vi: 'Sự kiện minh họa: ngày giờ, địa điểm và phim do chúng tôi đặt ra.',
      en: 'Illustrative event: the date, the place and the films are invented.',
    },
    timeZone: danaffZone,
    venue: studentVenue,
    accent: '#17518c',
    contactEmail: 'danaff@example.org',
    hosts: ['vfda'],
    starts: `${day}T13:30`,
    ends: `${day}T16:30`,
    capacity: 120,
    waitlist: true,
    registration: { opens: `${localDay(now, danaffZone, -1)}T08:00`, closes: `${movedBy(day, -1)}T18:00` },
    rooms: [{ key: 'hall', name: { vi: 'Hội trường', en: 'Hall' }, capacity: 120 }],
    tracks: [],
    sessions: [
      {
        slug: 'first-half',
        kind: 'screening',
        title: { vi: 'Bốn phim ngắn về biển', en: 'Four Short Films about the Sea' },
        room: 'hall',
        languages: ['vi', 'en'],
        starts: `${day}T13:30`,
        ends: `${day}T14:45`,
        appearances: [],
      },
      {
        slug: 'second-half',
        kind: 'screening',
        title: { vi: 'Bốn phim ngắn về phố', en: 'Four Short Films about the Street' },
        room: 'hall',
        languages: ['vi', 'en'],
        starts: `${day}T15:00`,
        ends: `${day}T16:15`,
        appearances: [],
      },
    ],
    categories: [
      {
        code: 'audience',
        name: { vi: 'Khán giả', en: 'Audience' },
        description: { vi: 'Vào cửa tự do.', en: 'Free entry.' },
        capacity: 120,
      },
    ],
  }
}
