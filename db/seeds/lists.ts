import type { SeedList } from './world.ts'

export const lists: SeedList[] = [
  {
    organization: 'vfda',
    slug: 'danaff-news',
    title: { vi: 'Tin Liên hoan phim Châu Á Đà Nẵng', en: 'News of the Da Nang Asian Film Festival' },
    description: {
      vi: 'Ngày mở nhận phim, chương trình từng mùa liên hoan, lịch chiếu và các cuộc bàn tròn, khi có điều cần báo.',
      en: 'When films can be entered, the programme of each edition, screenings and roundtables, whenever there is something to tell.',
    },
    consent: {
      vi: 'Tôi đồng ý để Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam gửi email cho tôi về Liên hoan phim Châu Á Đà Nẵng và các hoạt động bên lề. Tôi có thể thôi nhận bất cứ lúc nào qua liên kết trong mỗi email.',
      en: 'I agree that the Vietnam Film Development Association sends me emails about the Da Nang Asian Film Festival and what goes with it. I can leave at any time by the link in every email.',
    },
  },
]
