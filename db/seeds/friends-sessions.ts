import type { SeedSession } from './world.ts'

/** Invented from the first to the last minute. */
export function friendsSessions(day: string): SeedSession[] {
  return [
    {
      slug: 'welcome',
      kind: 'ceremony',
      title: { vi: 'Đón khách và khai mạc', en: 'Arrival and opening' },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T14:00`,
      ends: `${day}T14:15`,
      appearances: [{ person: 'ta-quynh-giao', role: 'moderator', minutes: 10 }],
    },
    {
      slug: 'keynote',
      kind: 'keynote',
      title: { vi: 'Một hệ sinh thái bắt đầu từ đâu', en: 'Where an ecosystem begins' },
      abstract: {
        vi: 'Bối cảnh đưa đoàn phim đến; điều giữ họ lại là con người, trường quay và những quy định dễ hiểu. Phát biểu dẫn đề mở ra ba phiên thảo luận của buổi chiều.',
        en: 'A location brings a crew; people, studios and rules that are easy to understand make it stay. The keynote opens the three questions of the afternoon.',
      },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T14:15`,
      ends: `${day}T14:40`,
      appearances: [
        { person: 'huynh-bao-khue', role: 'speaker', minutes: 20 },
        { person: 'ta-quynh-giao', role: 'interpreter' },
      ],
    },
    {
      slug: 'crews',
      kind: 'roundtable',
      title: { vi: 'Đào tạo đội ngũ làm phim', en: 'Training crews' },
      abstract: {
        vi: 'Nhà trường và phim trường cần gì ở nhau? Cuộc trao đổi về thực tập, học bổng và những nghề còn thiếu người.',
        en: 'What do schools and sets need from one another? About placements, scholarships and the crafts that lack people.',
      },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T14:40`,
      ends: `${day}T15:20`,
      seats: 30,
      appearances: [
        { person: 'eleanor-whitfield', role: 'moderator', minutes: 8 },
        { person: 'phung-dac-nghia', role: 'speaker', minutes: 10 },
        { person: 'do-ngoc-an', role: 'speaker', minutes: 10 },
        { person: 'ta-quynh-giao', role: 'interpreter' },
      ],
    },
    {
      slug: 'tea',
      kind: 'break',
      title: { vi: 'Giải lao', en: 'Tea' },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T15:20`,
      ends: `${day}T15:40`,
      appearances: [],
    },
    {
      slug: 'ai',
      kind: 'roundtable',
      title: { vi: 'Trí tuệ nhân tạo bên bàn dựng', en: 'Artificial intelligence at the editing table' },
      abstract: {
        vi: 'Công cụ nào thực sự giúp được người làm phim, và việc gì vẫn phải do con người quyết định?',
        en: 'Which tools really help those who make films, and what do people still have to decide?',
      },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T15:40`,
      ends: `${day}T16:15`,
      seats: 20,
      appearances: [
        { person: 'huynh-bao-khue', role: 'moderator', minutes: 5 },
        { person: 'jonah-okafor-reyes', role: 'speaker', minutes: 12 },
        { person: 'do-ngoc-an', role: 'discussant', minutes: 8 },
        { person: 'ta-quynh-giao', role: 'interpreter' },
      ],
    },
    {
      slug: 'money',
      kind: 'panel',
      title: { vi: 'Nguồn vốn và đường ra thế giới', en: 'Money, and the way to the world' },
      abstract: {
        vi: 'Quỹ hợp tác sản xuất, ưu đãi và phát hành: một dự án chung cần những gì trước khi bấm máy.',
        en: 'Co-production funds, incentives and distribution: what a shared project needs before the first day of shooting.',
      },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T16:15`,
      ends: `${day}T16:50`,
      appearances: [
        { person: 'lu-hoai-thuy', role: 'moderator', minutes: 7 },
        { person: 'mariko-senda', role: 'speaker', minutes: 12 },
        { person: 'eleanor-whitfield', role: 'discussant', minutes: 8 },
        { person: 'ta-quynh-giao', role: 'interpreter' },
      ],
    },
    {
      slug: 'closing',
      kind: 'ceremony',
      title: { vi: 'Tổng kết và mời tham gia chương trình', en: 'Summing up, and an invitation to join' },
      room: 'hall',
      languages: ['vi', 'en'],
      starts: `${day}T16:50`,
      ends: `${day}T17:00`,
      appearances: [{ person: 'ta-quynh-giao', role: 'moderator', minutes: 8 }],
    },
  ]
}
