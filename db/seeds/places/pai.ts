import type { Bilingual } from '../world.ts'

export type SeedEdition = {
  year: number
  announcedOn: string | null
  announcedAt: Bilingual
  participants: number | null
  participantsSource: Bilingual
  note: Bilingual
  source: Bilingual
  /** In their order, by the names that places had then. */
  ranks: string[]
  /** What was praised: places by the component. */
  praised: Record<string, string[]>
}
export type SeedIndex = {
  initiative: string
  slug: string
  name: Bilingual
  summary: Bilingual
  components: { key: string; name: Bilingual }[]
  componentsSource: Bilingual
  praise: Bilingual
  editions: SeedEdition[]
}

const nothing: Bilingual = { vi: '', en: '' }
const vfda: Bilingual = { vi: 'VFDA, tháng 12 năm 2024', en: 'VFDA, December 2024' }
const press: Bilingual = { vi: 'Báo chí Việt Nam, 2023–2024', en: 'Vietnamese press, 2023–2024' }

/** PAI as far as it is public: ranks and no scores; of the first year only who was first. */
export const pai: SeedIndex = {
  initiative: 'pai',
  slug: 'pai',
  name: { vi: 'Bộ chỉ số thu hút đoàn phim (PAI)', en: 'Production Attraction Index (PAI)' },
  summary: {
    vi: 'Mức độ hấp dẫn của từng địa phương đối với các đoàn làm phim, theo năm thành phần. Bộ chỉ số do Phan Cẩm Tú và Phùng Thị Thanh Xuân xây dựng cho VFDA và ra mắt tại Phú Yên vào tháng 11 năm 2023.',
    en: 'How well each province attracts film crews, by five components. Phan Cẩm Tú and Phùng Thị Thanh Xuân devised it for VFDA; it was launched in Phú Yên in November 2023.',
  },
  components: [
    { key: 'financial', name: { vi: 'Hỗ trợ tài chính', en: 'Financial support' } },
    { key: 'information', name: { vi: 'Hỗ trợ thông tin', en: 'Information support' } },
    { key: 'location', name: { vi: 'Hỗ trợ tại thực địa', en: 'Support on location' } },
    { key: 'legal', name: { vi: 'Hỗ trợ pháp lý', en: 'Legal support' } },
    { key: 'infrastructure', name: { vi: 'Cơ sở hạ tầng', en: 'Infrastructure' } },
  ],
  componentsSource: { vi: 'VFDA, tháng 11 năm 2023', en: 'VFDA, November 2023' },
  praise: { vi: 'được biểu dương', en: 'praised' },
  editions: [
    {
      year: 2023,
      announcedOn: null,
      announcedAt: nothing,
      participants: null,
      participantsSource: nothing,
      note: {
        vi: 'Của kỳ đầu tiên chỉ biết Phú Yên đứng đầu; các hạng khác và điểm số không công khai.',
        en: 'Of the first edition only this is known: Phú Yên came first. The other ranks, and the scores, are not public.',
      },
      source: press,
      ranks: ['phu-yen'],
      praised: {},
    },
    {
      year: 2024,
      announcedOn: '2024-12-11',
      announcedAt: { vi: 'Ninh Bình', en: 'Ninh Bình' },
      participants: 37,
      participantsSource: vfda,
      note: {
        vi: 'Có 37 tỉnh, thành phố tham gia, gần gấp bốn lần năm đầu. Mười hạng đầu được công bố; điểm số không công khai.',
        en: 'In all, 37 provinces and cities took part, nearly four times the first year. Ten ranks were announced; the scores are not public.',
      },
      source: vfda,
      ranks: [
        'phu-yen',
        'quang-ninh',
        'nghe-an',
        'da-nang',
        'ho-chi-minh',
        'thua-thien-hue',
        'thanh-hoa',
        'ha-tinh',
        'tuyen-quang',
        'ninh-binh',
      ],
      praised: { financial: ['phu-yen', 'thanh-hoa'], infrastructure: ['ninh-binh', 'da-nang'] },
    },
  ],
}
