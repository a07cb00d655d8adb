import type { RouteConfigEntry } from '@remix-run/route-config'
import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import routes from '#app/routes.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { connection } from '#db/client.server.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { world } from '#tests/access/worlds.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { framedSite } from '../framed-site.fixture.ts'

await testDatabase()

const page = () => createElement('main', null, 'page')
const failing = () => {
  throw new Error('secret of an@example.org')
}

const site = await framedSite(
  [
    'organize',
    'organize/*',
    'organize/events/:event',
    'organize/events/:event/agenda/rooms',
    'organize/events/:event/agenda/sessions/:session',
    'organize/events/:event/people',
    'organize/events/:event/preview',
    'organize/events/:event/floor',
    'organize/events/:event/outbox/test',
    'organize/events/:event/registrations',
    'organize/events/:event/*',
    'registrations/:token',
    'registrations/:token/answers',
    'registrations/:token/sessions/:session/seat',
    'registrations/:token/category',
    'registrations/:token/*',
    'speaking/:token/sessions/:session/answer',
    'speaking/:token/sessions/:session/deputy',
    'speaking/:token/words',
    ':lang/events/:event',
    ':lang/events/:event/sessions/:session',
    ':lang/events/:event/speakers',
    ':lang/events/:event/*',
    '*',
  ],
  {
    'organize/events/:event/people': { loader: failing, default: page },
    'organize/events/:event/floor': { loader: () => null, default: failing },
    'organize/events/:event/preview': { loader: failing, default: page, handle: { standsAlone: true } },
    'registrations/:token/category': { loader: () => null, default: failing },
    'speaking/:token/words': { loader: failing, default: page },
    ':lang/events/:event/speakers': { loader: failing, default: page },
    'organize/events/:event/outbox/test': {
      action: () => {
        throw new Refusal('session-missing', 'state')
      },
    },
  },
)

async function desk(locale: Locale = 'vi', role: 'admin' | 'door' = 'admin') {
  const body = await organization()
  const at = await event({ hosts: [body], accent: '#224466' })
  return { at, cookie: await signInCookieOf(await memberOf(body, role, { locale })) }
}

type Desk = Awaited<ReturnType<typeof desk>>
const shown = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const open = ({ at, cookie }: Desk, path: string, locale: Locale = 'vi') =>
  site(getPage(`/organize/events/${at.slug}${path}`, cookie), locale).then(shown)

/** The navigation of an event's desk, with the part that is marked as the present one. */
const navigation = (text: string) => ({
  agenda: text.includes(`${m['organize.event.agenda']()}</a>`),
  present: /aria-current="page">([^<]*)/.exec(text.split('desk-side')[1] ?? '')?.[1],
})

const unknown = '00000000-0000-4000-8000-000000000000'

describe.each(locales)('an organizer who reads %s and meets', (locale) => {
  it.each([
    ['a loader that breaks', '/people', 500, 'shared.refusal.bug'],
    ['a page that cannot be drawn', '/floor', 500, 'shared.refusal.bug'],
    ['a preview that breaks', '/preview', 500, 'shared.refusal.bug'],
    ['a session that is not there', `/agenda/sessions/${unknown}`, 404, 'shared.refusal.session-missing'],
    ['an address that is not there', '/nothing', 404, 'shared.refusal.missing'],
  ] as const)('%s keeps the navigation, and is told', async (_, path, status, sentence) => {
    const answer = await open(await desk(locale), path, locale)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(m[sentence]({}, { locale }))
    expect(answer.text).toContain(`data-status="${status}"`)
    expect(answer.text).toContain(`>${m['organize.event.registrations']({}, { locale })}</a>`)
    expect(answer.text).not.toContain('secret')
  })
})

describe('the frame of the desk', () => {
  it('stands once around a page, with its part marked and its title once', async () => {
    const { status, text } = await open(await desk(), '/agenda/rooms')
    expect(status).toBe(200)
    expect(text.match(/class="desk-side"/g)).toHaveLength(1)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    expect(navigation(text)).toEqual({ agenda: true, present: m['organize.event.agenda']() })
    expect(text).toMatch(/<title>[^<]+ · [^<]+<\/title>/)
  })

  it('tells of stuck mails, and not again where the page says it', async () => {
    const of = await desk()
    const to = { locale: 'vi', recipientName: 'A', recipientEmail: 'a@example.org' } as const
    const mail = { eventId: of.at.id, kind: 'received', state: 'failed', messageId: 'stuck', ...to } as const
    await database().insert(outbox).values(mail)
    const banner = m['organize.mail.stuck']({ count: 1 })
    for (const path of ['', '/agenda/rooms'])
      expect((await open(of, path)).text.split(banner)).toHaveLength(2)
  })

  it('stays where a right is missing: a way to what one may do', async () => {
    const { status, text } = await open(await desk('vi', 'door'), '/agenda/rooms')
    expect(status).toBe(403)
    expect(text).toContain(m['shared.error.rights']())
    expect(navigation(text)).toEqual({ agenda: false, present: undefined })
    expect(text).toContain(`>${m['organize.event.registrations']()}</a>`)
  })

  it('tells a stranger nothing of the event, and leads to their own', async () => {
    const [mine, other] = [await desk(), await desk()]
    const answer = await open({ at: mine.at, cookie: other.cookie }, '/registrations')
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('desk-side')
    expect(answer.text).toContain('href="/organize"')
    expect(answer.text).toContain('menu-sheet')
  })

  it('stays around a step that is refused, with the way back to its form', async () => {
    const { at, cookie } = await desk()
    const request = postForm(`/organize/events/${at.slug}/outbox/test`, {}, cookie)
    request.headers.set('Referer', `http://localhost:3000/organize/events/${at.slug}/outbox`)
    const answer = await site(request)
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(navigation(text).agenda).toBe(true)
    expect(text).toContain(`<a href="/organize/events/${at.slug}/outbox">${m['shared.refusal.to-form']()}`)
  })

  it('stays around what is nowhere below the desk', async () => {
    const { cookie } = await desk()
    const answer = await site(getPage('/organize/nothing', cookie))
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('menu-sheet')
  })

  it.each(['/agenda/rooms', ''])('guards nothing: without a sign-in %s leads to it', async (path) => {
    const { at } = await desk()
    const answer = await site(getPage(`/organize/events/${at.slug}${path}`))
    expect(answer.status).toBe(302)
    const to = encodeURIComponent(`/organize/events/${at.slug}${path}`)
    expect(answer.headers.get('Location')).toBe(`/sign-in?to=${to}`)
  })
})

it('every page of organizers stands in the frame', () => {
  const bare = pagesOutside(routes, 'organize/desk-errors.tsx')
  expect(bare.filter(({ path = '' }) => path.startsWith('organize')).map(({ file }) => file)).toEqual([])
})

/** The pages of the map that do not stand in this layout. */
function pagesOutside(entries: readonly RouteConfigEntry[], layout: string): RouteConfigEntry[] {
  return entries.flatMap((entry) => {
    if (entry.file === layout) return []
    if (entry.children) return pagesOutside(entry.children, layout)
    return entry.file.endsWith('.tsx') ? [entry] : []
  })
}

describe('behind a personal link', async () => {
  const own = await world()
  const { token, speaking, event: slug } = own.params
  const opened = (path: string, form?: Record<string, string>) =>
    site(form ? postForm(path, form) : getPage(path)).then(shown)

  it.each([
    ['a page that cannot be drawn', `/registrations/${token}/category`, undefined, 500, 'shared.refusal.bug'],
    [
      'an address that is not there',
      `/registrations/${token}/nothing`,
      undefined,
      404,
      'shared.refusal.missing',
    ],
    [
      'a step that is refused',
      `/registrations/${token}/sessions/${unknown}/seat`,
      { back: '' },
      404,
      'shared.refusal.session-missing',
    ],
    ['a loader that breaks', `/speaking/${speaking}/words`, undefined, 500, 'shared.refusal.bug'],
    [
      'a session that one is not in',
      `/speaking/${speaking}/sessions/${unknown}/answer`,
      undefined,
      404,
      'shared.refusal.invitation-missing',
    ],
  ] as const)('%s leaves the frame', async (_, path, form, status, sentence) => {
    const answer = await opened(path, form)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(m[sentence]())
    expect(answer.text).toContain('class="attendee')
    expect(answer.text).toContain('--event-accent')
    const home = path.split('/').slice(0, 3).join('/')
    expect(answer.text).toContain(`<a href="${home}">${m['shared.refusal.to-own-page']()}`)
  })

  it('a link that opens nothing shows no frame', async () => {
    const { status, text } = await opened(`/registrations/${'A'.repeat(43)}/answers`)
    expect(status).toBe(404)
    expect(text).not.toContain('class="attendee')
  })

  it('a page stands in the frame once, under the name of the event', async () => {
    const { status, text } = await opened(`/registrations/${token}`)
    expect(status).toBe(200)
    expect(text.match(/class="attendee/g)).toHaveLength(1)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).toContain(own.mark)
    expect(text).toContain(`href="/registrations/${token}?lang=en"`)
    expect(text).not.toContain(`/vi/events/${slug}"`)
  })

  it.each([
    ['a frame and its page', `/registrations/${token}/answers`, undefined, 1],
    ['a form of an attendee learns their language', `/registrations/${token}/answers`, { name: '' }, 2],
    [
      'a form of a speaker learns theirs',
      `/speaking/${speaking}/sessions/${unknown}/deputy`,
      { name: '' },
      8,
    ],
  ] as const)('%s with few statements', async (_, path, form, most) => {
    const asked = vi.spyOn(connection().sql, 'unsafe')
    const { status } = await opened(path, form)
    const statements = asked.mock.calls.map(([text]) => text)
    asked.mockRestore()
    expect([status, statements.length], statements.join('\n')).toEqual([form ? 400 : 200, most])
  })
})

describe('inside a public event', () => {
  const read = (path: string) => site(getPage(path)).then(shown)

  it.each(['sessions/nothing', 'nothing'])('%s leads back to the event, under its head', async (path) => {
    const { slug } = await event({ title: { vi: 'Bàn tròn điện ảnh', original: 'vi' } })
    const answer = await read(`/vi/events/${slug}/${path}`)
    expect(answer.status).toBe(404)
    // Nothing is published yet, so that there is no agenda to lead to.
    expect(answer.text).not.toContain(`href="/vi/events/${slug}/agenda"`)
    expect(answer.text).toMatch(
      new RegExp(`class="breadcrumb" href="/vi/events/${slug}"[^<]*<span[^>]*>Bàn tròn`),
    )
    expect(answer.text).not.toContain('<script type="module"')
  })

  it('a page that breaks leads back to it too', async () => {
    const { slug } = await event()
    const answer = await read(`/vi/events/${slug}/speakers`)
    expect(answer.status).toBe(500)
    expect(answer.text).toContain(`<a href="/vi/events/${slug}">${m['shared.refusal.to-event']()}`)
  })

  it('an event that readers may not see is not told of', async () => {
    const { slug } = await event({ publishedAt: null, title: { vi: 'Bí mật', original: 'vi' } })
    const answer = await read(`/vi/events/${slug}/nothing`)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('Bí mật')
  })
})

it.each([
  // Three of them are for the plots.
  ['', 14],
  ['/agenda/rooms', 10],
])('a frame and its page (%o) ask the database for nothing twice', async (path, most) => {
  const at = await desk()
  await open(at, path)
  const asked = vi.spyOn(connection().sql, 'unsafe')
  const { status } = await open(at, path)
  const statements = asked.mock.calls.map(([text, values]) => `${text} ${JSON.stringify(values)}`)
  asked.mockRestore()
  expect(status).toBe(200)
  expect(statements.filter((one, index) => statements.indexOf(one) !== index)).toEqual([])
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most)
})
