import type { Locale } from '#app/shared/vocabulary.ts'
import type { EventFacts, FactsOf } from './facts.ts'

/** To many at once: from the organizers of an event, and from an organization to its lists. */
export function promotionFacts(event: EventFacts, appUrl: string, locale: Locale) {
  const vi = locale === 'vi'
  return {
    announcement: {
      recipientName: 'Đặng Hoàng Giang',
      appUrl,
      event,
      to: 'registered' as const,
      subject: {
        text: locale === 'vi' ? 'Bàn tròn chuyển sang phòng khác' : 'The room has changed',
        lang: locale,
      },
      words: {
        text:
          locale === 'vi'
            ? 'Bàn tròn diễn ra tại **Phòng 2**, tầng 1.\n\n- Lối vào: 20 Quincy Street\n- [Sơ đồ](https://maps.example.org/quincy)'
            : 'The roundtable takes place in **Room 2**, on the first floor.\n\n- Entrance: 20 Quincy Street\n- [Map](https://maps.example.org/quincy)',
        lang: locale,
      },
      url: `${appUrl}/registrations/cGVyc29uYWw`,
    },
    'guest-invited': {
      recipientName: 'Vũ Ngọc Tâm',
      appUrl,
      event,
      what: 'invited' as const,
      organization: vi ? 'Diễn đàn Toàn cầu Boston' : 'Boston Global Forum',
      title: event.title,
      greeting: '',
      url: `${appUrl}/invited/Z3Vlc3Q`,
    },
    campaign: {
      recipientName: 'Vũ Ngọc Tâm',
      appUrl,
      subject: vi ? 'Mời bạn đến Đà Nẵng' : 'Come to Da Nang',
      preview: vi ? 'Liên hoan phim mùa tới' : 'The coming edition of the festival',
      heading: vi ? 'Mời bạn đến Đà Nẵng' : 'Come to Da Nang',
      organization: { name: 'Boston Global Forum', website: 'https://bostonglobalforum.org' },
      list: vi ? 'Tin điện ảnh' : 'Film news',
      accent: event.accent,
      parts: [
        { kind: 'heading' as const, text: vi ? 'Chương trình' : 'The programme' },
        { kind: 'text' as const, text: vi ? 'Bạn **đọc ngay** hôm nay.' : 'Read it **today**.' },
        {
          kind: 'event' as const,
          title: event.title.text,
          text: '',
          startsAt: event.startsAt,
          endsAt: event.endsAt,
          timeZone: event.timeZone,
          city: event.city,
          place: event.place,
          url: `${appUrl}/go/abcdefg`,
        },
        { kind: 'button' as const, text: vi ? 'Đăng ký' : 'Register', url: `${appUrl}/go/abcdefg` },
      ],
      unsubscribeUrl: `${appUrl}/unsubscribe/bGVhdmU`,
      preferencesUrl: `${appUrl}/preferences/cHJlZmVy`,
    },
  } satisfies Partial<FactsOf>
}
