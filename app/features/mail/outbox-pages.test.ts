import { beforeEach, expect, test } from 'vitest'
import { signInCookie } from '#app/shared/auth/sign-in-cookie.server.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import { outbox, signIn } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { queueMail } from './domain/queue-mail.server.ts'
import { loader as mailLoader } from './mail.tsx'
import { loader as outboxLoader } from './outbox.tsx'
import { action as resend } from './resend.ts'
import { action as testMail } from './test-mail.ts'

const { db } = await testDatabase()
const body = await organization()
const at = await event({ hosts: [body] })
const home = `http://localhost:3000/organize/events/${at.slug}/outbox`

beforeEach(async () => {
  await db.delete(outbox)
})

/** The headers of a browser that signed in as a member with this role. */
async function browserOf(role: 'organizer' | 'door') {
  const member = await memberOf(body, role)
  const token = randomToken()
  await db
    .insert(signIn)
    .values({ accountId: member.id, tokenHash: hashToken(token), expiresAt: new Date(Date.now() + 60_000) })
  return { member, headers: { cookie: signInCookie(token).split(';')[0] ?? '' } }
}

async function queued() {
  const one = await registration(at.guest)
  const to = { locale: one.locale, recipientName: one.name, recipientEmail: one.email }
  await queueMail({ kind: 'confirmed', ...to, eventId: at.id, registrationId: one.id })
  const [row] = await db.select().from(outbox)
  return row?.id ?? ''
}

const call = (url: string, init: RequestInit, params: Record<string, string> = {}) => ({
  request: new Request(url, init),
  params: { event: at.slug, ...params },
  context: {},
})

test('the list and the mail show what an organizer needs, and never the secret of a row', async () => {
  const { headers } = await browserOf('organizer')
  const mail = await queued()
  const list = await outboxLoader(call(`${home}?state=queued`, { headers }))
  expect(list.data.mails.map(({ id }) => id)).toEqual([mail])
  expect(list.data).toMatchObject({ maySend: true, state: 'queued' })
  const page = await mailLoader(call(`${home}/${mail}`, { headers }, { mail }))
  expect(page.data.text?.text).toContain('/registrations/•••')
  expect(Object.keys(page.data.mail)).not.toEqual(expect.arrayContaining(['secret']))
})

test('a test mail and a second try are queued, and lead back to the list', async () => {
  const { member, headers } = await browserOf('organizer')
  const mail = await queued()
  const tested = await testMail(call(`${home}/test`, { method: 'POST', headers }))
  expect([tested.status, tested.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('done=tested'),
  ])
  const hurried = await resend(call(`${home}/${mail}/resend`, { method: 'POST', headers }, { mail }))
  expect(hurried.headers.get('location')).toContain('done=hurried')
  const rows = await db.select().from(outbox)
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'test'])
  expect(rows.find(({ kind }) => kind === 'test')?.recipientEmail).toBe(member.email)
})

test('door staff read no mail, strangers are sent to sign in, unknown mails are unknown', async () => {
  const { headers } = await browserOf('door')
  const organizer = await browserOf('organizer')
  await expect(outboxLoader(call(home, { headers }))).rejects.toMatchObject({ kind: 'rights' })
  await expect(outboxLoader(call(home, {}))).rejects.toMatchObject({ status: 302 })
  for (const mail of ['nonsense', crypto.randomUUID()]) {
    const page = mailLoader(call(`${home}/${mail}`, { headers: organizer.headers }, { mail }))
    await expect(page).rejects.toMatchObject({ kind: 'missing' })
  }
})
