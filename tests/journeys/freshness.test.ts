import { beforeAll, describe, expect, it, vi } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { send } from '#tests/requests.ts'
import { runningApp } from '#tests/running-app.ts'

const reading = await runningApp()
const writing = await runningApp({ beside: reading })
const page = '/vi/events/kept-page'
const seats = (taken: number) => m['shared.seats.taken']({ taken, capacity: 5 }, { locale: 'vi' })
let cookie = ''

beforeAll(async () => {
  const body = await organization()
  await event({ slug: 'kept-page', capacity: 5, hosts: [body] })
  cookie = await signInCookieOf(await memberOf(body, 'organizer'))
})

describe('a page kept in one process while another one writes', () => {
  it('answers with 304 while nothing has changed, whoever asks', async () => {
    const first = await send(reading, page)
    const tag = String(first.headers.etag)
    expect([first.status, tag]).toEqual([200, expect.stringMatching(/^(W\/)?".+"$/)])
    const again = await send(reading, page, { headers: { 'If-None-Match': tag } })
    expect([again.status, again.text]).toEqual([304, ''])
    const signedIn = await send(reading, page, { cookie, headers: { 'If-None-Match': tag } })
    expect(signedIn.status).toBe(304)
  })

  it('shows a registration that the other process took', async () => {
    const before = await send(reading, page)
    expect(before.text).toContain(seats(0))
    const form = { name: 'Lê Thị Mới', email: 'moi@example.org', category: 'guest', consent: 'on' }
    const answer = await send(writing, `${page}/register`, { form })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/registrations\/[\w-]{43}$/),
    ])
    expect((await send(writing, page)).text).toContain(seats(1))
    await soon(async () => {
      const after = await send(reading, page, { headers: { 'If-None-Match': String(before.headers.etag) } })
      expect([after.status, after.text.includes(seats(1))]).toEqual([200, true])
    })
  })

  it('is gone when the event goes back to draft, and comes back with it', async () => {
    const publication = '/organize/events/kept-page/publication'
    const taken = await send(writing, publication, { cookie, form: {} })
    expect(taken.status).toBe(303)
    expect((await send(writing, page)).status).toBe(404)
    await soon(async () => expect((await send(reading, page)).status).toBe(404))
    await send(writing, publication, { cookie, form: { published: 'on' } })
    expect((await send(writing, page)).status).toBe(200)
    await soon(async () => expect((await send(reading, page)).status).toBe(200))
  })
})

// The notice travels through the database. Pages have no time to live, so however slow the machine is, only it helps.
const soon = (proof: () => Promise<void>) => vi.waitFor(proof, { timeout: 5000, interval: 5 })
