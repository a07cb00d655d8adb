import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { outbox, signIn } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { account } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import * as enterCode from './enter-code.tsx'
import * as openLink from './open-link.tsx'
import * as start from './sign-in.tsx'
import { action as everywhere } from './signing-out-everywhere.ts'

const { db } = await testDatabase()
const args = (request: Request, params = {}) => ({ request, params, context: {} })
let sources = 0
const from = <T>(source: string, work: () => T) =>
  withRequestStore({ requestId: 't', source, locale: 'en', nonce: '' }, work)
const elsewhere = <T>(work: () => T) => from(`192.0.2.${++sources}`, work)

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

async function asked(to = '/organize/events/a') {
  const who = await account({ email: `who${++sources}@example.org` })
  const request = postForm('/sign-in', { email: who.email, to })
  const answer = (await elsewhere(() => start.action(args(request)))) as Response
  const [mail] = await db.select().from(outbox).where(eq(outbox.recipientEmail, who.email))
  const { code, link } = JSON.parse(openSecret(mail?.secret ?? '')) as { code: string; link: string }
  return { who, answer, code, link, cookie: cookiesOf(answer) }
}

describe('signing in by code', () => {
  it('leads from the address to the code to where one wanted to go', async () => {
    const { who, answer, code, cookie } = await asked()
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in/code'])
    expect((await enterCode.loader(args(getPage('/sign-in/code', cookie)))).data).toMatchObject({
      email: who.email,
    })
    const wrong = await elsewhere(() =>
      enterCode.action(args(postForm('/sign-in/code', { code: '12' }, cookie))),
    )
    expect(wrong).toMatchObject({ init: { status: 400 }, data: { errors: { code: {} } } })
    const spaced = { code: `${code.slice(0, 3)} ${code.slice(3)}` }
    const done = (await elsewhere(() =>
      enterCode.action(args(postForm('/sign-in/code', spaced, cookie))),
    )) as Response
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/organize/events/a'])
    const lines = done.headers.getSetCookie()
    expect(lines[0]).toMatch(/^sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(lines[1]).toMatch(/^pending-sign-in=;.*Max-Age=0/)
  })

  it('needs the browser that asked', async () => {
    const { code } = await asked()
    const answer = await elsewhere(() => enterCode.action(args(postForm('/sign-in/code', { code }))))
    expect(answer).toMatchObject({ status: 303 })
    expect((answer as Response).headers.get('Location')).toBe('/sign-in')
  })

  it('answers a stranger exactly as a member', async () => {
    const known = (await asked()).answer
    const request = postForm('/sign-in', { email: 'nobody@example.org', to: '' })
    const unknown = (await elsewhere(() => start.action(args(request)))) as Response
    expect([unknown.status, unknown.headers.get('Location')]).toEqual([
      known.status,
      known.headers.get('Location'),
    ])
    expect(unknown.headers.getSetCookie()).toHaveLength(known.headers.getSetCookie().length)
  })

  it('is asked for five times a quarter of an hour from one place', async () => {
    const ask = () =>
      from('198.51.100.250', () => start.action(args(postForm('/sign-in', { email: 'often@example.org' }))))
    for (let n = 0; n < 5; n++) await ask()
    await expect(ask()).rejects.toMatchObject({ kind: 'too-many' })
  })

  it('never leads to another site', async () => {
    const { cookie, code } = await asked('https://evil.example')
    const done = (await elsewhere(() =>
      enterCode.action(args(postForm('/sign-in/code', { code }, cookie))),
    )) as Response
    expect(done.headers.get('Location')).toBe('/organize')
  })
})

describe('signing in by link', () => {
  it('takes a press of the button, not a look', async () => {
    const { who, link } = await asked()
    const path = `/sign-in/link/${link}`
    for (let n = 0; n < 3; n++) {
      const seen = await openLink.loader(args(getPage(path), { secret: link }))
      expect([seen.init?.status, seen.data.name]).toEqual([200, who.name])
    }
    const press = () => elsewhere(() => openLink.action(args(postForm(path, {}), { secret: link })))
    expect(await press()).toMatchObject({ status: 303 })
    // Pressed once more, the page says that it is used up, and offers a new one.
    expect(await press()).toMatchObject({ data: { isGone: true }, init: { status: 410 } })
    const gone = await openLink.loader(args(getPage(path), { secret: link }))
    expect([gone.init?.status, gone.data.name]).toEqual([410, null])
  })
})

describe('signing out everywhere', () => {
  it('ends every sign-in and the cookie', async () => {
    const who = await account()
    await signInCookieOf(who)
    const cookie = await signInCookieOf(who)
    const answer = await everywhere(args(postForm('/sign-out/everywhere', {}, cookie)))
    expect(answer.headers.get('Set-Cookie')).toMatch(/^sign-in=;.*Max-Age=0/)
    expect(await db.select().from(signIn).where(eq(signIn.accountId, who.id))).toEqual([])
  })
})
