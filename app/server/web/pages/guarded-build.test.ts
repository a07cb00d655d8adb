import { type ActionFunction, redirect, type ServerBuild } from '@remix-run/node'
import { expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { nothingChanged, nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import { postForm } from '#tests/factories/requests.ts'
import { filesNamed } from '#tests/sources.ts'
import { doneText, routesWithText } from './done-texts.ts'
import { guardedBuild } from './guarded-build.server.ts'

const id = 'features/registration/organize/steps/approval'

function asked(action: ActionFunction, page?: () => null) {
  const module = { action, ...(page && { default: page }) }
  const build = { routes: { [id]: { id, path: 'x', module } } } as object as ServerBuild
  return guardedBuild(build).routes[id]?.module.action as ActionFunction
}

const args = (path: string, cookie = '') => ({
  request: postForm(path, { title: 'Phim', 'place.city': 'Huế' }, cookie),
  params: {},
  context: {},
})

it('an act leaves word of itself, and that the form it came with was taken', async () => {
  const act = asked(() => redirect('/organize/events/day', 303))
  const answer = (await act(args('/organize/x', 'form-sending=17-ab'))) as Response
  const cookies = answer.headers.getSetCookie().join('\n')
  expect(cookies).toMatch(/^form-saved=17-ab;/)
  expect(cookies).toContain(`done=${encodeURIComponent(id)};`)
})

it.each(['/sign-in?to=%2Forganize'])('an act that led to %s was none', async (to) => {
  const answer = (await asked(() => redirect(to))(args('/organize/x', 'form-sending=17-ab'))) as Response
  expect(answer.headers.getSetCookie()).toEqual([])
})

it('where the address says what was done, no other word is left', async () => {
  const answer = (await asked(() => redirect('/organize?saved=yes'))(args('/organize/x'))) as Response
  expect(answer.headers.getSetCookie()).toEqual([])
})

it('a form that was sent as it was says so, and not what such a form does', async () => {
  const answer = (await asked(() => nothingChanged('/organize?saved=yes'))(args('/organize/x'))) as Response
  expect(answer.headers.getSetCookie().join()).toContain('done=unchanged;')
  expect([...answer.headers.keys()]).not.toContain(nothingChangedHeader.toLowerCase())
  expect(doneText('unchanged')).toBe(m['shared.done.unchanged']())
})

it('a refusal inside the desk keeps the page and what was typed', async () => {
  const refusing = asked(
    () => {
      throw new Refusal('agenda-unchanged', 'state')
    },
    () => null,
  )
  const answer = (await refusing(args('/organize/events/day/agenda/publication'))) as {
    data: object
    init: ResponseInit
  }
  expect(answer.init.status).toBe(409)
  expect(answer.data).toEqual({
    errors: {},
    values: { title: 'Phim', place: { city: 'Huế' } },
    refusal: m['shared.refusal.agenda-unchanged'](),
  })
  await expect(refusing(args('/registrations/x'))).rejects.toBeInstanceOf(Response)
})

it('a form that comes without a sign-in comes back with all that was typed, where a browser asks for a page', async () => {
  const leading = asked(
    () => {
      throw redirect('/sign-in?to=%2Forganize')
    },
    () => null,
  )
  const posted = args('/organize/events/day/people/new?x=1')
  posted.request.headers.set('Accept', 'text/html,*/*')
  const answer = await Promise.resolve(leading(posted)).catch((error: Response) => error)
  expect((answer as Response).status).toBe(401)
  expect(await (answer as Response).json()).toEqual({
    signedOut: {
      action: '/organize/events/day/people/new?x=1',
      to: '/sign-in?to=%2Forganize',
      fields: [
        ['title', 'Phim'],
        ['place.city', 'Huế'],
      ],
    },
  })
  const byScript = await Promise.resolve(leading(args('/organize/x'))).catch((error: Response) => error)
  expect((byScript as Response).status).toBe(302)
})

it.each([
  ['/registrations/t/answers?lang=en', '', '/registrations/t', '/registrations/t?lang=en'],
  [
    '/registrations/t/acceptance',
    '/registrations/t?lang=en',
    '/registrations/t#s',
    '/registrations/t?lang=en#s',
  ],
  ['/registrations/t/answers?lang=en', '', '/registrations/t?lang=vi', '/registrations/t?lang=vi'],
  ['/registrations/t/answers?lang=fr', '', '/registrations/t', '/registrations/t'],
  ['/registrations/t/answers?lang=en', '', '/vi/events/day', '/vi/events/day'],
])('after a form at %s, standing on "%s", %s becomes %s', async (at, from, to, led) => {
  const posted = args(at)
  if (from) posted.request.headers.set('Referer', new URL(from, posted.request.url).href)
  const answer = (await asked(() => redirect(to, 303))(posted)) as Response
  expect(answer.headers.get('Location')).toBe(led)
})

it('every act with words of its own is a route that is there', () => {
  const known = new Set(filesNamed(/\.tsx?$/).map((path) => path.replace(/\.tsx?$/, '')))
  expect(routesWithText.filter((route) => !known.has(`app/features/${route}`))).toEqual([])
  expect(doneText(id)).toBe(m['shared.done.approved']())
  expect(doneText('__proto__')).toBe(m['shared.done.saved']())
  expect(doneText(null)).toBe('')
  expect(doneText('features/exchange/organize/import')).toBe(m['shared.done.read']())
})

it.each([
  ['GET', 301],
  ['POST', 308],
])('%s of an event that has another address leads there for good', async (method, status) => {
  const move = () => {
    throw new Refusal('event-moved', 'missing', { from: 'old', to: 'new' })
  }
  const module = { loader: move, action: move, default: () => null }
  const build = { routes: { [id]: { id, path: 'x', module } } } as object as ServerBuild
  const guarded = guardedBuild(build).routes[id]?.module
  const handler = (method === 'GET' ? guarded?.loader : guarded?.action) as ActionFunction
  const request = new Request('http://localhost:3000/vi/events/old/agenda?room=a', { method })
  const answer = await Promise.resolve(handler({ request, params: {}, context: {} })).catch((error) => error)
  expect(answer).toBeInstanceOf(Response)
  expect([answer.status, answer.headers.get('Location')]).toEqual([status, '/vi/events/new/agenda?room=a'])
})
