import { firstWeekday, localDay } from './days.ts'
import { friendsCover } from './drawings/covers.ts'
import { friendsSessions } from './friends-sessions.ts'
import { paragraphs, type SeedEvent } from './world.ts'

const timeZone = 'Asia/Ho_Chi_Minh'
const tuesday = 2

/** An invented roundtable, always about six weeks ahead, so that a newcomer can register at once. */
export function friendsRoundtable(now: Date): SeedEvent {
  const day = firstWeekday(localDay(now, timeZone, 40), tuesday)
  return {
    slug: 'friends-roundtable',
    kind: 'roundtable',
    title: {
      vi: 'Bàn tròn Những người bạn điện ảnh Việt – Mỹ',
      en: 'Friends of Film Roundtable, Vietnam – U.S.',
    },
    theme: {
      vi: 'Từ bối cảnh đẹp đến hệ sinh thái điện ảnh: con người, công nghệ, nguồn vốn',
      en: 'From fine locations to an ecosystem of film: people, technology, money',
    },
    summary: {
      vi: 'Một buổi chiều tại Hà Nội dành cho những ai muốn cùng làm phim giữa hai nước. Sự kiện minh họa, mở để quý vị đăng ký thử.',
      en: 'An afternoon in Hà Nội for those who want to make films between the two countries. An illustrative event: try the registration here.',
    },
    description: {
      vi: paragraphs(
        'Tiếp nối chương trình “Những người bạn phát triển điện ảnh Việt – Mỹ” ra mắt tại Đại học Harvard, bàn tròn này dành trọn một buổi chiều cho ba câu hỏi: đào tạo đội ngũ làm phim ra sao, dùng trí tuệ nhân tạo thế nào cho đúng, và tìm nguồn vốn ở đâu cho các dự án chung.',
        'Bàn tròn có 60 chỗ, chia cho đại biểu, khách mời và báo chí. Khi đã hết chỗ, quý vị được ghi vào danh sách chờ và nhận thư mời ngay khi có chỗ trống, theo thứ tự đăng ký.',
        'Đây là sự kiện minh họa để dùng thử việc đăng ký. Ngày giờ, địa điểm, phòng, chương trình và các diễn giả đều là minh họa; sẽ không có bàn tròn nào diễn ra theo thông tin trên trang này.',
      ),
      en: paragraphs(
        'Following the program “Friends of Vietnam – U.S. Film Collaboration”, launched at Harvard University, this roundtable gives one afternoon to three questions: how to train crews, how to use artificial intelligence well, and where to find money for shared projects.',
        'There are 60 seats for delegates, guests and press. When they are taken, you join the waitlist and are offered a seat as soon as one is free, in order of registration.',
        'This is an illustrative event for trying out registration. The date, times and rooms, the place, the program and the speakers are illustrative; no roundtable will take place as described here.',
      ),
    },
    notice: {
      vi: 'Sự kiện minh họa để quý vị đăng ký thử; sẽ không diễn ra trên thực tế.',
      en: 'Illustrative event for trying out registration; it will not take place.',
    },
    timeZone,
    // Illustrative, all of it: a house that does not exist, at Hoàn Kiếm lake.
    venue: {
      name: { vi: 'Nhà Bàn Tròn', en: 'The Round Table House' },
      address: 'Hồ Hoàn Kiếm, Hà Nội',
      city: { vi: 'Hà Nội', en: 'Hà Nội' },
      country: 'VN',
      wayThere: {
        vi: 'Bờ hồ cách ga Hà Nội chừng hai mươi phút đi bộ. Cuối tuần, các phố quanh hồ chỉ dành cho người đi bộ.',
        en: 'The lake is about twenty minutes on foot from Hà Nội station. At weekends the streets around it are for walkers only.',
      },
      entrance: {
        vi: 'Cửa chính nhìn ra hồ; bàn đón tiếp ở ngay sau cửa.',
        en: 'The main door faces the lake; the welcome desk stands right behind it.',
      },
      parking: {
        vi: 'Không có chỗ đỗ ô tô. Xe máy gửi ở bãi bên cạnh nhà.',
        en: 'No parking for cars. Motorbikes can be left beside the house.',
      },
      stepFree: 'yes',
      lift: 'no',
    },
    accent: '#1f5c57',
    cover: friendsCover,
    contactEmail: 'friends-roundtable@example.org',
    entry: 'free',
    hosts: ['vfda', 'bgf'],
    starts: `${day}T14:00`,
    ends: `${day}T17:00`,
    capacity: 60,
    waitlist: true,
    registration: {
      opens: `${localDay(now, timeZone, -1)}T08:00`,
      closes: `${day}T12:00`,
    },
    rooms: [{ key: 'hall', name: { vi: 'Phòng bàn tròn', en: 'Round table room' }, capacity: 60 }],
    tracks: [],
    sessions: friendsSessions(day),
    categories: [
      {
        code: 'delegate',
        name: { vi: 'Đại biểu', en: 'Delegate' },
        description: {
          vi: 'Dành cho người làm phim, nhà sản xuất, cơ quan quản lý, trường đại học và doanh nghiệp.',
          en: 'For film makers, producers, public bodies, universities and companies.',
        },
        capacity: 30,
      },
      {
        code: 'guest',
        name: { vi: 'Khách mời', en: 'Guest' },
        description: {
          vi: 'Dành cho mọi người quan tâm đến điện ảnh.',
          en: 'For everybody who cares about film.',
        },
        capacity: 20,
      },
      {
        code: 'press',
        name: { vi: 'Báo chí', en: 'Press' },
        description: {
          vi: 'Ban tổ chức xem xét từng đăng ký và trả lời qua thư điện tử.',
          en: 'The hosts look at each registration and answer by mail.',
        },
        capacity: 10,
        needsApproval: true,
      },
    ],
  }
}
