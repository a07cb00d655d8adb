import { harvardCover } from './drawings/covers.ts'
import { harvardSessions } from './harvard-sessions.ts'
import { paragraphs, type SeedEvent } from './world.ts'

// Illustrative, because no source gives them: clock times, room, order of the sessions, seats, registration, address for mail.
export const harvardRoundtable: SeedEvent = {
  slug: 'harvard-roundtable-2025',
  kind: 'roundtable',
  title: {
    vi: 'Bàn tròn điện ảnh Việt Nam – Hoa Kỳ tại Đại học Harvard',
    en: 'Vietnam–U.S. Film Roundtable at Harvard University',
  },
  theme: {
    vi: 'Hợp tác phát triển điện ảnh Việt Nam – Hoa Kỳ trong bối cảnh trí tuệ nhân tạo và Cách mạng công nghiệp 4.0',
    en: 'Vietnam–U.S. film cooperation in the age of artificial intelligence and the Fourth Industrial Revolution',
  },
  summary: {
    vi: 'Các nhà ngoại giao, nhà làm phim, nhà đầu tư và chuyên gia Việt Nam, Hoa Kỳ cùng ngồi lại để bàn về tương lai hợp tác điện ảnh giữa hai nước.',
    en: 'Diplomats, film makers, investors and experts from Vietnam and the United States meet at one table to talk about the future of film between the two countries.',
  },
  description: {
    vi: paragraphs(
      'Bàn tròn do bốn đơn vị đồng tổ chức: Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam (VFDA), Diễn đàn Toàn cầu Boston (BGF), Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc và Đại học Harvard. Đây là một trong các hoạt động kỷ niệm 30 năm quan hệ ngoại giao Việt Nam – Hoa Kỳ (1995–2025).',
      'Các đại biểu trao đổi về giá trị nhân văn của phim Việt Nam, sự lớn mạnh của điện ảnh Việt Nam trên đường hội nhập, việc xây dựng một nền công nghiệp điện ảnh, trí tuệ nhân tạo trong sản xuất phim, khả năng tiếp cận vốn và công nghệ, cùng các vấn đề về ưu đãi, cấp phép, đào tạo và phát hành.',
      'Nhiều đề xuất đã được nêu ra: phối hợp với các trung tâm nghiên cứu và trường đại học Hoa Kỳ như Harvard, MIT, UCLA để đào tạo nhân lực; lập quỹ hợp tác sản xuất; có chính sách ưu đãi về thuế và hỗ trợ bằng tiền đủ sức cạnh tranh; đơn giản hóa thủ tục cấp phép; hỗ trợ hậu kỳ; đào tạo đội ngũ làm phim đạt yêu cầu của các nhà sản xuất lớn.',
      'Tại bàn tròn, chương trình “Những người bạn phát triển điện ảnh Việt – Mỹ” chính thức ra mắt. Liên hoan phim Châu Á Đà Nẵng (DANAFF) cũng được giới thiệu với giới điện ảnh Hoa Kỳ.',
      'Giờ, phòng họp, thứ tự các phiên và thông tin đăng ký trên trang này là minh họa.',
    ),
    en: paragraphs(
      'The roundtable is co-hosted by four bodies: the Vietnam Film Development Association (VFDA), the Boston Global Forum (BGF), the Permanent Mission of Viet Nam to the United Nations and Harvard University. It is one of the events that mark 30 years of diplomatic relations between Vietnam and the United States (1995–2025).',
      'The talk is about the human values of Vietnamese film, the growth of Vietnamese cinema as it joins the world, the building of a film industry, artificial intelligence in film production, access to money and technology, and incentives, permits, training and distribution.',
      'Proposals were heard at the table: to train people together with U.S. research centers and universities such as Harvard, MIT and UCLA; to set up a fund for co-productions; to offer tax and cash incentives that can compete; to make production permits simpler; to support post-production; and to train crews to the level that large producers expect.',
      'The program “Friends of Vietnam – U.S. Film Collaboration” was launched here, and the Da Nang Asian Film Festival (DANAFF) was presented to the American film world.',
      'Times and rooms, the order of the sessions and the facts about registration on this page are illustrative.',
    ),
  },
  notice: {
    vi: 'Giờ, phòng và thứ tự các phiên trên các trang này là minh họa; báo chí không nêu.',
    en: 'Times, room and the order of sessions on these pages are illustrative; the press did not report them.',
  },
  timeZone: 'America/New_York',
  venue: {
    name: { vi: 'Đại học Harvard', en: 'Harvard University' },
    address: 'Cambridge, Massachusetts',
    city: { vi: 'Cambridge, Massachusetts', en: 'Cambridge, Massachusetts' },
    country: 'US',
  },
  accent: '#8a1f2d',
  cover: harvardCover,
  contactEmail: 'harvard-roundtable@example.org',
  hosts: ['vfda', 'bgf', 'viet-nam-mission-un', 'harvard'],
  // Boston Global Forum, March 2025, announced it under this title.
  hostTitles: {
    bgf: {
      vi: 'Nhân văn và lòng trắc ẩn trong phim Việt Nam, và đóng góp cho Xã hội Trí tuệ nhân tạo (AIWS)',
      en: 'Humanity and Compassion in Vietnamese Film and Contributions to the AI World Society',
    },
  },
  starts: '2025-03-11T18:00',
  ends: '2025-03-11T20:00',
  capacity: 80,
  waitlist: true,
  registration: { opens: '2025-02-10T09:00', closes: '2025-03-07T18:00' },
  rooms: [
    {
      key: 'table',
      name: { vi: 'Phòng bàn tròn', en: 'Roundtable room' },
      capacity: 80,
    },
  ],
  tracks: [
    { key: 'people', name: { vi: 'Con người và bản sắc', en: 'People and identity' }, colour: '#8a1f2d' },
    { key: 'industry', name: { vi: 'Công nghiệp điện ảnh', en: 'Film industry' }, colour: '#7a4b12' },
    { key: 'technology', name: { vi: 'Công nghệ và vốn', en: 'Technology and money' }, colour: '#2b4a7f' },
  ],
  sessions: harvardSessions,
  categories: [
    {
      code: 'delegate',
      name: { vi: 'Đại biểu', en: 'Delegate' },
      description: {
        vi: 'Khách do các đơn vị đồng tổ chức mời.',
        en: 'Invited by one of the hosts.',
      },
      capacity: 50,
      needsApproval: true,
    },
    { code: 'guest', name: { vi: 'Khách mời', en: 'Guest' }, capacity: 20 },
    { code: 'press', name: { vi: 'Báo chí', en: 'Press' }, capacity: 10, needsApproval: true },
  ],
}
