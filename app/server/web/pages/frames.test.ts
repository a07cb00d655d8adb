import type { RouteConfigEntry } from '@remix-run/route-config'
import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import routes from '#app/routes.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { connection } from '#db/client.server.ts'
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
    '*',
  ],
  {
    'organize/events/:event/people': { loader: failing, default: page },
    'organize/events/:event/floor': { loader: () => null, default: failing },
    'organize/events/:event/preview': { loader: failing, default: page, handle: { standsAlone: true } },
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
async function open({ at, cookie }: Desk, path: string, locale: Locale = 'vi') {
  const answer = await site(getPage(`/organize/events/${at.slug}${path}`, cookie), locale)
  return { status: answer.status, text: await answer.text() }
}

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

it.each([
  ['', 11],
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
