import type { SeedOrganization } from './world.ts'

export const organizations: SeedOrganization[] = [
  {
    slug: 'vfda',
    shortName: 'VFDA',
    name: {
      vi: 'Hiệp hội Xúc tiến Phát triển Điện ảnh Việt Nam',
      en: 'Vietnam Film Development Association',
    },
    advertisingRules: true,
  },
  {
    slug: 'bgf',
    shortName: 'BGF',
    name: { vi: 'Diễn đàn Toàn cầu Boston', en: 'Boston Global Forum' },
    website: 'https://bostonglobalforum.org',
  },
  {
    slug: 'viet-nam-mission-un',
    shortName: 'Viet Nam Mission',
    name: {
      vi: 'Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc',
      en: 'Permanent Mission of Viet Nam to the United Nations',
    },
  },
  {
    slug: 'harvard',
    shortName: 'Harvard',
    name: { vi: 'Đại học Harvard', en: 'Harvard University' },
    website: 'https://www.harvard.edu',
  },
]
