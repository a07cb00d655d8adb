import { danaffName } from './danaff-editions.ts'
import { danaffRooms, danaffTracks, mainVenue } from './danaff-places.ts'
import { danaffScreenings } from './danaff-screenings.ts'
import { danaffTalks } from './danaff-talks.ts'
import { firstWeekday, localDay, movedBy } from './days.ts'
import { danaffCover } from './drawings/covers.ts'
import { danaffCatalogue } from './festival/danaff-films.ts'
import { paragraphs, type SeedEvent } from './world.ts'

export const danaffZone = 'Asia/Ho_Chi_Minh'
const wednesday = 3

/** The first of the five days: a Wednesday about seven months ahead. */
export function danaffFirstDay(now: Date): string {
  return firstWeekday(localDay(now, danaffZone, 210), wednesday)
}

/** The festival is real, and so are its houses; its dates, films, talks and seats here are invented. */
export function danaff(now: Date): SeedEvent {
  const first = danaffFirstDay(now)
  const last = movedBy(first, 4)
  const sessions = [...danaffScreenings(first), ...danaffTalks(first)]
  return {
    slug: 'danaff',
    kind: 'festival',
    title: { vi: 'Liên hoan phim Châu Á Đà Nẵng (DANAFF)', en: 'Da Nang Asian Film Festival (DANAFF)' },
    summary: {
      vi: 'Năm ngày chiếu phim, trò chuyện và gặp gỡ nghề nghiệp tại nhiều địa điểm ở Đà Nẵng, tôn vinh điện ảnh châu Á.',
      en: 'Five days of screenings, talks and meetings of the trade in several places of Đà Nẵng, in honor of Asian film.',
    },
    description: {
      vi: paragraphs(
        'Liên hoan phim Châu Á Đà Nẵng (DANAFF) tôn vinh phim của khu vực và là nơi gặp gỡ của người làm phim Việt Nam với đồng nghiệp nước ngoài. Liên hoan phim hướng tới khán giả quốc tế, hợp tác sản xuất và phát hành, và đã được giới thiệu với giới điện ảnh Hoa Kỳ tại bàn tròn ở Đại học Harvard.',
        'Ban ngày, khán giả xem phim tại các phòng chiếu và dự những buổi trò chuyện, hội thảo; buổi tối dành cho các buổi chiếu lớn trong khán phòng lớn và ngoài trời. Người làm phim có những cuộc gặp riêng về hợp tác sản xuất, phát hành, công nghệ và bối cảnh.',
        'Chương trình trên trang này là minh họa: ngày giờ, phòng, nhan đề phim, nội dung trò chuyện, số chỗ và tên diễn giả đều do chúng tôi đặt ra để trình bày một liên hoan phim nhiều ngày; các địa điểm là nơi đã diễn ra những kỳ trước.',
      ),
      en: paragraphs(
        'The Da Nang Asian Film Festival (DANAFF) honors films of the region and brings Vietnamese and foreign film makers together. It wants reach abroad, co-productions and distribution, and was presented to the American film world at the roundtable at Harvard University.',
        'By day there are screenings, talks and panels; the evenings belong to the large screenings, in the main auditorium and in the open air. Film makers meet about co-production, distribution, technology and locations.',
        'The program on this page is illustrative: dates, times and rooms, film titles, topics, seats and speakers are invented to show a festival of several days; the places are those of earlier editions.',
      ),
    },
    notice: {
      vi: 'Chương trình minh họa: ngày giờ, phim và diễn giả do chúng tôi đặt ra; địa điểm là nơi của các kỳ trước.',
      en: 'Illustrative program: dates, films and speakers are invented; the places are those of earlier editions.',
    },
    timeZone: danaffZone,
    venue: mainVenue,
    series: { name: danaffName, edition: 'IV' },
    accent: '#17518c',
    cover: danaffCover,
    contactEmail: 'danaff@example.org',
    hosts: ['vfda'],
    starts: `${first}T19:00`,
    ends: `${last}T21:30`,
    capacity: 900,
    waitlist: true,
    registration: { opens: `${localDay(now, danaffZone, -1)}T09:00`, closes: `${movedBy(first, -1)}T18:00` },
    rooms: danaffRooms,
    catalogue: danaffCatalogue,
    tracks: danaffTracks,
    // The rule of the Vietnam Film Festival of 2025: four tickets a person, two for one film.
    places: { perGuest: 4, perSession: 2 },
    sessions: sessions.sort((a, b) => a.starts.localeCompare(b.starts)),
    categories: [
      {
        code: 'guest',
        name: { vi: 'Khán giả', en: 'Audience' },
        description: {
          vi: 'Dự các buổi chiếu và trò chuyện trong cả năm ngày.',
          en: 'Screenings and talks on all five days.',
        },
        capacity: 600,
        companionLimit: 1,
      },
      {
        code: 'film-maker',
        name: { vi: 'Người làm phim', en: 'Film maker' },
        description: {
          vi: 'Dự thêm các cuộc gặp nghề nghiệp.',
          en: 'Includes the meetings of the trade.',
        },
        capacity: 200,
        needsApproval: true,
      },
      { code: 'press', name: { vi: 'Báo chí', en: 'Press' }, capacity: 100, needsApproval: true },
    ],
  }
}
