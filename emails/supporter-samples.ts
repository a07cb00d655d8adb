import type { Locale } from '#app/shared/vocabulary.ts'
import type { FactsOf } from './facts.ts'

/** To supporters of an initiative. */
export function supporterFacts(appUrl: string, locale: Locale) {
  const vi = locale === 'vi'
  const initiative = {
    text: vi
      ? 'Những người bạn phát triển điện ảnh Việt – Mỹ'
      : 'Friends of Vietnam – U.S. Film Collaboration',
    lang: locale,
  }
  const supporting = {
    recipientName: 'Trần Nhà Làm Phim',
    appUrl,
    initiative,
    initiativeUrl: `${appUrl}/${locale}/initiatives/friends-of-film`,
    agreed: [],
    reason: undefined,
    url: `${appUrl}/supporting/c3VwcG9ydGluZw`,
  }
  const agreed = [
    vi
      ? 'Tên, vai trò và quốc gia của tôi đứng trong danh sách công khai.'
      : 'My name, role and country stand in the public list.',
    vi ? 'Ban tổ chức được gửi tin cho tôi qua email.' : 'The organizers may send me news by email.',
  ]
  return {
    'supporter-asked': {
      ...supporting,
      recipientName: 'phim@example.org',
      what: 'asked' as const,
      agreed,
      url: `${appUrl}/joining/am9pbmluZw`,
    },
    'supporter-told': { ...supporting, what: 'welcome' as const },
    introduction: {
      recipientName: 'Trần Nhà Làm Phim',
      appUrl,
      what: 'asked' as const,
      initiative,
      other: {
        name: 'Jordan Sample',
        body: 'Sample Film Fund',
        kind: 'investor' as const,
        country: 'US',
        offers: vi ? 'Vốn cho phim đầu tay' : 'Money for first films',
        seeks: vi ? 'Dự án đồng sản xuất' : 'Co-productions',
      },
      email: undefined,
      words: vi ? 'Hai bên cùng tìm dự án phim tài liệu.' : 'You both look for documentaries.',
      until: new Date('2025-04-01T00:00:00Z'),
      url: `${appUrl}/introductions/aW50cm9kdWN0aW9u`,
    },
  } satisfies Partial<FactsOf>
}

/** To a body that is asked to carry an initiative, or to who asked it. */
export function bodyFacts(appUrl: string, locale: Locale) {
  const vi = locale === 'vi'
  return {
    carrying: {
      recipientName: 'Giang',
      appUrl,
      what: 'asked' as const,
      organization: 'Boston Global Forum',
      bodies: ['VFDA'],
      initiative: { text: vi ? 'Công viên điện ảnh AIWS' : 'AIWS Film Park', lang: locale },
      summary: {
        text: vi
          ? 'Nơi làm phim với trí tuệ nhân tạo.'
          : 'A place to make films with artificial intelligence.',
        lang: locale,
      },
      by: 'Ngô Phương Lan',
      url: `${appUrl}/organize`,
    },
  } satisfies Partial<FactsOf>
}

/** The other ways in which they are written. */
export function otherSupporterSamples(facts: FactsOf, locale: Locale) {
  const told = facts['supporter-told']
  const { introduction, carrying } = facts
  const reason = locale === 'vi' ? 'Đăng ký bằng tên của người khác.' : 'Joined under the name of another.'
  return {
    carrying: (['accepted', 'declined'] as const).map((what) => ({ ...carrying, what, by: '' })),
    'supporter-told': [
      ...(['known', 'changed', 'left'] as const).map((what) => ({ ...told, what })),
      { ...told, what: 'removed' as const, reason },
    ],
    introduction: [
      { ...introduction, what: 'made' as const, email: 'fund@example.org' },
      { ...introduction, words: '', other: { ...introduction.other, body: '', offers: '', seeks: '' } },
    ],
  } satisfies { [Kind in keyof FactsOf]?: FactsOf[Kind][] }
}
