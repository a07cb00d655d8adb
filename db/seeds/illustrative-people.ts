import type { Bilingual, SeedPerson } from './world.ts'

const invented: Bilingual = { vi: 'Nhân vật minh họa', en: 'Illustrative person' }

/** Nobody here exists: they sit at the invented events, so that no real person is put where they never were. */
export const illustrativePeople: SeedPerson[] = [
  {
    key: 'do-ngoc-an',
    name: 'Đỗ Ngọc Ẩn',
    position: { vi: 'Đạo diễn', en: 'Film director' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một đạo diễn phim truyện.',
      en: 'An illustrative person, in the part of a director of feature films.',
    },
    precedence: 210,
  },
  {
    key: 'huynh-bao-khue',
    name: 'Huỳnh Bảo Khuê',
    honorific: { vi: 'TS.', en: 'Dr' },
    position: { vi: 'Nhà nghiên cứu điện ảnh', en: 'Film scholar' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một nhà nghiên cứu lịch sử điện ảnh.',
      en: 'An illustrative person, in the part of a historian of film.',
    },
    precedence: 200,
  },
  {
    key: 'lu-hoai-thuy',
    name: 'Lữ Hoài Thủy',
    position: { vi: 'Nhà sản xuất', en: 'Producer' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một nhà sản xuất phim độc lập.',
      en: 'An illustrative person, in the part of an independent producer.',
    },
    precedence: 220,
  },
  {
    key: 'phung-dac-nghia',
    name: 'Phùng Đắc Nghĩa',
    position: { vi: 'Đạo diễn hình ảnh', en: 'Cinematographer' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một nhà quay phim.',
      en: 'An illustrative person, in the part of a cinematographer.',
    },
    precedence: 230,
  },
  {
    key: 'ta-quynh-giao',
    name: 'Tạ Quỳnh Giao',
    position: { vi: 'Người dẫn chương trình', en: 'Host of the program' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai người dẫn chương trình và phiên dịch.',
      en: 'An illustrative person, in the part of a host and interpreter.',
    },
    precedence: 260,
  },
  {
    key: 'eleanor-whitfield',
    name: 'Eleanor Whitfield',
    honorific: { vi: 'GS.', en: 'Professor' },
    position: { vi: 'Giáo sư ngành sản xuất phim', en: 'Professor of film production' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một giáo sư dạy sản xuất phim.',
      en: 'An illustrative person, in the part of a teacher of film production.',
    },
    precedence: 205,
  },
  {
    key: 'jonah-okafor-reyes',
    name: 'Jonah Okafor-Reyes',
    position: { vi: 'Kỹ sư hậu kỳ', en: 'Post-production engineer' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai một kỹ sư dùng trí tuệ nhân tạo ở khâu hậu kỳ.',
      en: 'An illustrative person, in the part of an engineer who uses AI in post-production.',
    },
    precedence: 240,
  },
  {
    key: 'mariko-senda',
    name: 'Mariko Senda',
    position: { vi: 'Phụ trách phát hành quốc tế', en: 'Head of international distribution' },
    affiliation: invented,
    biography: {
      vi: 'Nhân vật minh họa trong vai người phụ trách phát hành phim ra nước ngoài.',
      en: 'An illustrative person, in the part of somebody who brings films to other countries.',
    },
    precedence: 250,
  },
]
