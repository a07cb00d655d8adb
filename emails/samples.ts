import type { Locale, MailKind } from '#app/shared/vocabulary.ts'
import type { FactsOf } from './facts.ts'
import { promotionFacts } from './promotion-samples.ts'
import { bodyFacts, otherSupporterSamples, supporterFacts } from './supporter-samples.ts'

/** One of each mail about the roundtable two days after a change of clocks: for tests, and for looking at. */
export function sampleFacts(locale: Locale): FactsOf {
  const world = sampleWorld(locale)
  return {
    ...attendeeFacts(world),
    ...speakerFacts(world),
    ...organizerFacts(world),
    ...listFacts(world),
    ...promotionFacts(world.event, world.appUrl, locale),
    ...supporterFacts(world.appUrl, locale),
    ...bodyFacts(world.appUrl, locale),
  }
}

type World = ReturnType<typeof sampleWorld>

function sampleWorld(locale: Locale) {
  const vi = locale === 'vi'
  const appUrl = 'https://ban-tron.example'
  const event = {
    title: { text: vi ? 'Bàn tròn điện ảnh tại Harvard' : 'Film roundtable at Harvard', lang: locale },
    startsAt: new Date('2025-03-11T22:00:00Z'),
    endsAt: new Date('2025-03-12T00:00:00Z'),
    timeZone: 'America/New_York',
    city: 'Boston',
    place: 'Harvard Faculty Club, 20 Quincy Street, Cambridge',
    wayUrl: `${appUrl}/${locale}/events/harvard-roundtable-2025/venues/harvard-faculty-club`,
    url: `${appUrl}/${locale}/events/harvard-roundtable-2025`,
    accent: '#8a1f2d',
    hosts: ['VFDA', 'Boston Global Forum'],
    contactEmail: 'hosts@example.org',
  }
  const common = {
    recipientName: 'Đặng Hoàng Giang',
    appUrl,
    event,
    category: vi ? 'Khách mời' : 'Guest',
    personalUrl: `${appUrl}/registrations/cGVyc29uYWw`,
    outdated: false,
  }
  const previous = {
    ...event,
    startsAt: new Date('2025-03-10T22:00:00Z'),
    endsAt: new Date('2025-03-11T00:00:00Z'),
  }
  const speaking = {
    recipientName: 'Vũ Ngọc Tâm',
    appUrl,
    event,
    speaker: 'Vũ Ngọc Tâm',
    holder: 'person' as const,
    speakingUrl: `${appUrl}/speaking/c3BlYWtpbmc`,
  }
  const session = {
    title: { text: vi ? 'Bàn về kho phim chung' : 'On an archive of our own', lang: locale },
    startsAt: new Date('2025-03-11T22:30:00Z'),
    endsAt: new Date('2025-03-11T23:15:00Z'),
    timeZone: event.timeZone,
    city: event.city,
    place: vi ? 'Phòng 2, Harvard Faculty Club' : 'Room 2, Harvard Faculty Club',
    wayUrl: event.wayUrl,
    roles: ['moderator' as const],
    minutes: 12,
  }
  const earlier = {
    ...session,
    startsAt: new Date('2025-03-11T22:00:00Z'),
    endsAt: new Date('2025-03-11T22:45:00Z'),
    place: vi ? 'Phòng 1, Harvard Faculty Club' : 'Room 1, Harvard Faculty Club',
    roles: ['speaker' as const],
  }
  const { title, startsAt, endsAt, place } = session
  const own = { title, startsAt, endsAt, place }
  return { locale, vi, appUrl, event, common, previous, speaking, session, earlier, own }
}

const ticket = { picture: 'ticket@ban-tron', code: '4F9A 0C77 D1E2' }

/** To whoever registered. */
function attendeeFacts({ vi, appUrl, common, previous, earlier, own }: World) {
  const opening = { recipientName: 'giang@example.org', appUrl, event: common.event }
  return {
    received: common,
    confirmed: { ...common, calendar: 'REQUEST', ticket },
    waitlisted: common,
    offered: { ...common, deadline: new Date('2025-03-09T21:00:00Z') },
    cancelled: { ...common, by: 'attendee', calendar: 'CANCEL' },
    declined: { ...common, reason: vi ? 'Bàn đã đủ người.' : 'The table is full.' },
    changed: { ...common, calendar: 'REQUEST', previous },
    'decline-asked': common,
    'signed-up': {
      ...common,
      places: [
        { ...own, state: 'confirmed', seats: 2 },
        { ...own, startsAt: earlier.startsAt, endsAt: earlier.endsAt, state: 'waitlisted', seats: 1 },
      ],
    },
    'address-asked': {
      ...common,
      address: 'to-prove' as const,
      deadline: new Date('2025-03-09T21:00:00Z'),
      url: `${appUrl}/registrations/bmV3YWRkcmVzcw/address-proof`,
    },
    'own-agenda-changed': {
      ...common,
      entries: 2,
      changes: [
        { kind: 'moved', session: own, previous: earlier },
        { kind: 'cancelled', session: own },
      ],
    },
    'opening-asked': {
      ...opening,
      url: `${appUrl}/openings/b3BlbmluZw`,
      deadline: new Date('2025-03-09T21:00:00Z'),
    },
    opening: { ...opening, url: `${common.event.url}/register` },
    'feedback-asked': {
      ...common,
      personalUrl: `${common.personalUrl}#feedback`,
      recapUrl: `${common.event.url}/recap`,
      remindersUrl: `${common.personalUrl}/reminders`,
    },
    reminder: {
      ...common,
      ticket,
      when: 'tomorrow',
      sessions: [
        { ...own, waits: false },
        { ...earlier, waits: true },
      ],
      changes: [{ kind: 'moved', session: own, previous: earlier }],
      remindersUrl: `${common.personalUrl}/reminders`,
    },
  } satisfies Partial<FactsOf>
}

/** To whoever speaks. */
function speakerFacts({ vi, locale, speaking, session, earlier }: World) {
  const { title, startsAt, endsAt } = session
  const invited = { ...speaking, session, answer: 'needs-action' as const, outdated: false }
  return {
    'speaker-asked': invited,
    'speaker-changed': { ...invited, previous: earlier },
    'speaker-cancelled': { ...invited, reason: vi ? 'Chương trình rút ngắn.' : 'The programme is shorter.' },
    'speaking-link': speaking,
    'proposal-answered': { ...speaking, session: title, startsAt, endsAt, accepted: true },
    'words-to-confirm': { ...speaking, open: 3, wordsUrl: `${speaking.speakingUrl}/words` },
    'action-reminder': {
      ...speaking,
      dueOn: '2025-04-11',
      isLate: false,
      wordsUrl: `${speaking.speakingUrl}/words`,
      action: { text: vi ? 'Gửi danh sách trường quay' : 'Send the list of studios', lang: locale },
    },
  } satisfies Partial<FactsOf>
}

/** To who was put down for a list of an organization. */
function listFacts({ vi, locale, appUrl }: World) {
  return {
    'list-asked': {
      recipientName: 'giang@example.org',
      appUrl,
      what: 'asked' as const,
      organization: vi
        ? 'Hiệp hội Xúc tiến và Phát triển Điện ảnh Việt Nam'
        : 'Vietnam Film Development Association',
      lists: [
        {
          title: { text: vi ? 'Tin liên hoan phim' : 'Festival news', lang: locale },
          agreed: {
            text: vi
              ? 'Tôi muốn nhận tin về liên hoan phim qua email.'
              : 'I wish to get news of the festival by email.',
            lang: locale,
          },
        },
      ],
      ground: undefined,
      url: `${appUrl}/subscriptions/c3Vic2NyaXB0aW9u`,
    },
  } satisfies Partial<FactsOf>
}

/** To whoever organizes, or was proposed a change of an address. */
function organizerFacts({ vi, appUrl, event, locale }: World) {
  return {
    'sign-in': { recipientName: 'Giang', appUrl, code: '012345', url: `${appUrl}/sign-in/link/bGluaw` },
    test: { recipientName: 'Giang', appUrl, event, outboxUrl: `${appUrl}/organize/events/harvard/outbox` },
    'contact-changed': {
      recipientName: 'Vũ Ngọc Tâm',
      appUrl,
      event,
      what: 'address' as const,
      name: 'Vũ Ngọc Tâm',
      address: 't…@example.org',
    },
    'member-invited': {
      recipientName: 'Giang',
      appUrl,
      organization: 'Boston Global Forum',
      role: 'door' as const,
      by: 'Ngô Phương Lan',
      url: `${appUrl}/memberships/am9pbg`,
    },
    'member-removed': {
      recipientName: 'Giang',
      appUrl,
      organization: 'Boston Global Forum',
      role: 'door' as const,
    },
    hosting: {
      recipientName: 'Giang',
      appUrl,
      what: 'asked' as const,
      organization: 'Boston Global Forum',
      hosts: ['VFDA'],
      title: event.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      by: 'Ngô Phương Lan',
      url: `${appUrl}/organize`,
    },
  } satisfies Partial<FactsOf>
}

/** Each way in which a mail of this kind is written: tests look at all of them. */
export function samplesOf(kind: MailKind, locale: Locale): FactsOf[MailKind][] {
  const facts = sampleFacts(locale)
  return [facts[kind], ...(otherSamples(facts, locale)[kind] ?? [])]
}

function otherSamples(facts: FactsOf, locale: Locale): { [Kind in MailKind]?: FactsOf[Kind][] } {
  const { cancelled, offered, hosting } = facts
  const changed = facts['contact-changed']
  const reason = locale === 'vi' ? 'Bàn đã đủ người.' : 'The table is full.'
  const asked = facts['address-asked']
  const { reminder } = facts
  return {
    ...otherSupporterSamples(facts, locale),
    confirmed: [
      { ...facts.confirmed, ticket: undefined },
      { ...facts.confirmed, companions: { number: 2, names: ['Lê Minh'] } },
      { ...facts.confirmed, companionsWished: { number: 2, waits: false } },
    ],
    reminder: (['today', 'soon'] as const).map((when) => ({
      ...reminder,
      when,
      event: { ...reminder.event, wayUrl: null },
      sessions: [],
      changes: [],
    })),
    'feedback-asked': [{ ...facts['feedback-asked'], recapUrl: null }],
    offered: [{ ...offered, asksAddress: true }],
    cancelled: [
      { ...cancelled, by: 'organizer', reason },
      { ...cancelled, by: 'deadline' },
      { ...cancelled, by: 'event' },
    ],
    'address-asked': [{ ...asked, address: 'known', url: asked.personalUrl }],
    'contact-changed': (['assistant', 'assistant-gone', 'attendee'] as const).map((what) => ({
      ...changed,
      what,
    })),
    hosting: (['accepted', 'declined', 'withdrawn'] as const).map((what) => ({ ...hosting, what })),
    'list-asked': [
      {
        ...facts['list-asked'],
        what: 'left',
        url: `${facts['list-asked'].appUrl}/preferences/cHJlZmVyZW5jZXM`,
      },
      {
        ...facts['list-asked'],
        what: 'known',
        url: `${facts['list-asked'].appUrl}/preferences/cHJlZmVyZW5jZXM`,
      },
      {
        ...facts['list-asked'],
        ground:
          locale === 'vi' ? 'Danh thiếp trao tại liên hoan phim 2025' : 'Cards given at the 2025 festival',
      },
    ],
    'member-invited': [{ ...facts['member-invited'], by: '' }],
    announcement: (['speakers', 'hosts'] as const).map((to) => ({
      ...facts.announcement,
      to,
      subject: { text: 'The room has changed', lang: 'en' },
    })),
  }
}
