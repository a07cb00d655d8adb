import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { loader as agendaPage } from '#app/features/agenda/agenda.tsx'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { loader as sessionPage } from '#app/features/agenda/session.tsx'
import { loader as agendaFeed } from '#app/features/calendar/agenda-feed.ts'
import { loader as eventsFeed } from '#app/features/calendar/events-feed.ts'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { loader as speakerPage } from '#app/features/people/speaker.tsx'
import { loader as speakersPage } from '#app/features/people/speakers.tsx'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { loader as eventPage } from './event.tsx'
import { loader as atom } from './feeds/events-atom.ts'
import { loader as sitemap } from './feeds/sitemap.ts'
import { loader as home } from './home.tsx'
import { loader as languageRedirect } from './language-redirect.ts'
import { loader as houseImage } from './pictures/house-image.ts'

const { db } = await testDatabase()
type Loader = (args: { request: Request; params: Record<string, string>; context: object }) => unknown

/** What a loader gives, with its headers, whether it made a page or a whole Response. */
async function ask(loader: unknown, path: string, params: Record<string, string> = {}) {
  const request = new Request(`http://localhost:3000${path}`)
  const given = await (loader as Loader)({ request, params, context: {} })
  if (given instanceof Response) return { page: null, text: await given.text(), headers: given.headers }
  const { data, init } = given as { data: Record<string, never>; init: ResponseInit }
  return { page: data, text: JSON.stringify(data), headers: new Headers(init.headers) }
}

const hidden = { title: { vi: 'Bí mật chưa công bố' }, publishedAt: null }
let shown: Awaited<ReturnType<typeof event>>
let secret: Awaited<ReturnType<typeof event>>

async function fill(of: { id: string; startsAt: Date }, name: string) {
  const person = await addPerson(system(), {
    eventId: of.id,
    name,
    email: 'private@example.org',
    biography: { vi: '</script><script>alert(1)</script>' },
  })
  const session = await addSession(system(), {
    eventId: of.id,
    kind: 'talk',
    title: { vi: 'Điện ảnh & trí tuệ nhân tạo' },
    startsAt: of.startsAt,
    endsAt: new Date(of.startsAt.getTime() + 600_000),
  })
  await addAppearance(system(), { sessionId: session.id, personId: person.id, role: 'speaker' })
  await publishAgenda(system(), { eventId: of.id })
  return { person, session }
}

let made: Awaited<ReturnType<typeof fill>>
beforeAll(async () => {
  shown = await event({ slug: 'shown', timeZone: 'America/New_York', capacity: 60 })
  secret = await event({ slug: 'secret', ...hidden })
  made = await fill(shown, 'Đặng Hoàng Giang')
  await fill(secret, 'Người Bí Mật')
})

describe('public pages', () => {
  const params = {
    lang: 'vi',
    event: 'shown',
    session: 'dien-anh-tri-tue-nhan-tao',
    person: 'dang-hoang-giang',
  }
  const pages: [string, unknown, boolean][] = [
    ['event', eventPage, true],
    ['agenda', agendaPage, false],
    ['session', sessionPage, false],
    ['speakers', speakersPage, false],
    ['speaker', speakerPage, false],
  ]

  it.each(pages)('the %s page is kept under what it shows', async (_name, loader, seats) => {
    const { headers, text } = await ask(loader, '/vi/events/shown', params)
    const tags = headers.get('Page-Tags')?.split(' ') ?? []
    expect(tags).toContain(`event:${shown.id}`)
    expect(tags.includes(`seats:${shown.id}`)).toBe(seats)
    expect(text).toContain('Đặng Hoàng Giang')
    expect(text).not.toContain('private@example.org')
  })

  it.each(pages)('the %s page does not exist before publication', async (_name, loader) => {
    const asked = ask(loader, '/vi/events/secret', { ...params, event: 'secret' })
    await expect(asked).rejects.toMatchObject({ code: 'event-missing', kind: 'missing' })
  })

  it('shows the way to the agenda and its speakers when there are some', async () => {
    const bare = await event({ slug: 'bare', timeZone: 'America/New_York' })
    const parts = async (slug: string) => {
      const { hasAgenda, hasSpeakers } = await getPublicEvent(slug)
      return { hasAgenda, hasSpeakers }
    }
    expect(await parts('shown')).toEqual({ hasAgenda: true, hasSpeakers: true })
    expect(await parts(bare.slug)).toEqual({ hasAgenda: false, hasSpeakers: false })
  })

  it('refuses unknown sessions, people and languages', async () => {
    await expect(ask(sessionPage, '/', { ...params, session: 'no' })).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(ask(speakerPage, '/', { ...params, person: 'no' })).rejects.toMatchObject({
      kind: 'missing',
    })
    await expect(ask(eventPage, '/', { ...params, lang: 'fr' })).rejects.toMatchObject({ status: 404 })
  })

  it('names both languages and the neutral address, built from APP_URL', async () => {
    const { page } = await ask(eventPage, '/en/events/shown', { ...params, lang: 'en' })
    expect(page?.head).toMatchObject({
      canonical: 'http://localhost:3000/en/events/shown',
      alternates: [
        { hrefLang: 'vi', href: 'http://localhost:3000/vi/events/shown' },
        { hrefLang: 'en', href: 'http://localhost:3000/en/events/shown' },
        { hrefLang: 'x-default', href: 'http://localhost:3000/events/shown' },
      ],
      image: { url: 'http://localhost:3000/en/events/shown/social.png' },
    })
  })

  it('tells search engines the local time and all hosts', async () => {
    const { page } = await ask(eventPage, '/en/events/shown', params)
    const head = page?.head as { structured: Record<string, unknown>[] } | undefined
    const structured = head?.structured[0]
    expect(structured).toMatchObject({ '@type': 'Event', performer: [{ name: 'Đặng Hoàng Giang' }] })
    expect(structured?.startDate).toMatch(/-0[45]:00$/)
    expect(new Date(String(structured?.startDate))).toEqual(shown.startsAt)
  })

  it('is made anew when registration closes', async () => {
    const { headers } = await ask(eventPage, '/vi/events/shown', params)
    expect(headers.get('Page-Until')).toBe(shown.startsAt.toISOString())
  })
})

describe('across events', () => {
  it.each([
    ['home', home, '/vi'],
    ['sitemap', sitemap, '/sitemap.xml'],
    ['Atom feed', atom, '/events.atom?lang=vi'],
    ['calendar', eventsFeed, '/events.ics?lang=vi'],
  ])('the %s knows published events only', async (_name, loader, path) => {
    const { text, headers } = await ask(loader, path, path === '/vi' ? { lang: 'vi' } : {})
    expect(text).toContain('shown')
    expect(text).not.toMatch(/secret|Bí mật|Bí Mật/)
    expect(headers.get('Page-Tags')).toContain('home')
    expect(headers.get('Page-Tags')).not.toContain(secret.id)
  })

  it('have a picture for links to no single event', async () => {
    const { text, headers } = await ask(houseImage, '/en/social.png', { lang: 'en' })
    expect(headers.get('Content-Type')).toBe('image/png')
    expect(text.slice(1, 4)).toBe('PNG')
  })

  it('lists every page in both languages', async () => {
    const { text } = await ask(sitemap, '/sitemap.xml')
    for (const lang of ['vi', 'en']) {
      expect(text).toContain(
        `<loc>http://localhost:3000/${lang}/events/shown/speakers/dang-hoang-giang</loc>`,
      )
    }
  })
})

describe('the agenda feed', () => {
  it('has the same bytes each time, in the language asked for', async () => {
    const [first, again] = [
      await ask(agendaFeed, '/events/shown/agenda.ics?lang=vi', { event: 'shown' }),
      await ask(agendaFeed, '/events/shown/agenda.ics?lang=vi', { event: 'shown' }),
    ]
    expect(first.text).toBe(again.text)
    expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(first.text).toContain(`UID:${made.session.id}`)
    expect(first.text).not.toMatch(/ATTENDEE|private@/)
  })

  it('changes where a session changed, keeps what was dropped, and follows the event itself', async () => {
    const read = async () => (await ask(agendaFeed, '/events/shown/agenda.ics', { event: 'shown' })).text
    const block = (text: string, id: string) =>
      text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:${id}`)) ?? ''
    const first = await read()
    expect(block(first, made.session.id)).toContain('SEQUENCE:0')
    const drop = (was: boolean) =>
      editDraft(system(), {
        eventId: shown.id,
        edits: [{ kind: 'edit', sessionId: made.session.id, was: { dropped: was }, set: { dropped: !was } }],
      })
    const added = await addSession(system(), {
      eventId: shown.id,
      kind: 'break',
      title: { vi: 'Giải lao' },
      startsAt: shown.startsAt,
      endsAt: shown.endsAt,
    })
    await publishAgenda(system(), { eventId: shown.id })
    const second = await read()
    expect(block(second, made.session.id).replace(/END:VCALENDAR\r\n/, '')).toBe(
      block(first, made.session.id).replace(/END:VCALENDAR\r\n/, ''),
    )
    expect(block(second, added.id)).toContain('SEQUENCE:1')
    await drop(false)
    await publishAgenda(system(), { eventId: shown.id })
    expect(block(await read(), made.session.id)).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/)
    expect(block(await read(), added.id)).toBe(block(second, added.id).replace(/END:VCALENDAR\r\n/, ''))
    await drop(true)
    await publishAgenda(system(), { eventId: shown.id })
    expect(block(await read(), made.session.id)).toMatch(/SEQUENCE:3\r\n[\s\S]*STATUS:CONFIRMED/)
    const change = { cancelledAt: new Date(), revision: shown.revision + 1, updatedAt: new Date() }
    await db.update(events).set(change).where(eq(events.id, shown.id))
    expect(await read()).toMatch(/STATUS:CANCELLED/)
  })

  it('does not exist for an unpublished event', async () => {
    await expect(ask(agendaFeed, '/', { event: 'secret' })).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('an address without language', () => {
  it.each([
    ['vi', '/', '/vi'],
    ['en', '/events/shown/agenda?room=a&x=1', '/en/events/shown/agenda?room=a&x=1'],
    ['vi', '/initiatives/pai', '/vi/initiatives/pai'],
  ] as const)('in %s leads from %s to %s', async (locale, from, to) => {
    const store = { requestId: 'test', source: 'test', locale, nonce: '' }
    const { headers } = await withRequestStore(store, () => ask(languageRedirect, from))
    expect(headers.get('Location')).toBe(to)
    expect(headers.get('Vary')).toContain('Accept-Language')
    expect(headers.get('Page-Tags')).toBeNull()
  })
})
