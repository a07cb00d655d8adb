import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { signInCookie } from '#app/shared/auth/sign-in-cookie.server.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import { outbox, registration as registrations, signIn } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { queueMail } from '../domain/queue-mail.server.ts'
import { loader as mailLoader } from './mail.tsx'
import { loader as outboxLoader } from './outbox.tsx'
import { action as resend } from './resend.ts'
import { action as resends } from './resends.tsx'
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

test('a search finds names, addresses, subjects and kinds, whatever the diacritics', async () => {
  const { headers } = await browserOf('organizer')
  const to = { kind: 'confirmed' as const, locale: 'vi' as const, eventId: at.id }
  await queueMail({ ...to, recipientName: 'Đặng Hoàng Giang', recipientEmail: 'giang@example.org' })
  await queueMail({ ...to, kind: 'offered', recipientName: 'Lê Hà', recipientEmail: 'ha_le@example.org' })
  await db.update(outbox).set({ subject: 'Mời nhận chỗ' }).where(eq(outbox.recipientName, 'Lê Hà'))
  const found = async (q: string, more = '') => {
    const { data } = await outboxLoader(call(`${home}?q=${encodeURIComponent(q)}${more}`, { headers }))
    return data.mails.map(({ recipientName }) => recipientName).sort()
  }
  expect(await found('dang giang')).toEqual(['Đặng Hoàng Giang'])
  expect(await found('GIANG@example')).toEqual(['Đặng Hoàng Giang'])
  expect(await found('moi nhan')).toEqual(['Lê Hà'])
  expect(await found(kindNames.confirmed())).toEqual(['Đặng Hoàng Giang'])
  expect(await found('ha_le')).toEqual(['Lê Hà'])
  expect(await found('%')).toEqual([])
  expect(await found('example.org')).toEqual(['Lê Hà', 'Đặng Hoàng Giang'].sort())
  expect(await found('example.org', '&state=failed')).toEqual([])
  expect(await found('', '&state=__proto__')).toHaveLength(2)
})

test('several are sent again after they were shown, and those that are no longer so are left out', async () => {
  const { headers } = await browserOf('organizer')
  const guests = []
  for (let n = 0; n < 3; n++) {
    const one = await registration(at.guest, { state: 'confirmed' })
    const to = { locale: one.locale, recipientName: one.name, recipientEmail: one.email }
    await queueMail({ kind: 'confirmed', ...to, eventId: at.id, registrationId: one.id })
    guests.push(one)
  }
  await db.update(outbox).set({ state: 'failed', nextAttemptAt: new Date() })
  const [gone] = guests
  await db
    .update(registrations)
    .set({ state: 'cancelled' })
    .where(eq(registrations.id, gone?.id ?? ''))
  const mails = (await db.select().from(outbox)).map(({ id }): [string, string] => ['mails', id])
  const post = (fields: [string, string][]) => {
    const content = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams(fields).toString()
    return resends(call(`${home}/resends`, { method: 'POST', headers: content, body }))
  }
  const queuedNow = async () => (await db.select().from(outbox)).filter(({ state }) => state === 'queued')

  for (let n = 0; n < 6; n++) expect(await post(mails)).toMatchObject({ data: { preview: { mails: 2 } } })
  expect(await queuedNow()).toEqual([])
  const shown = (await post(mails)) as { data: { preview: { print: string } } }
  const done = (await post([...mails, ['previewed', shown.data.preview.print]])) as Response
  expect(done.headers.get('location')).toBe(`/organize/events/${at.slug}/outbox?done=queued-many&left=1`)
  const again = await queuedNow()
  expect(again.map(({ recipientEmail }) => recipientEmail).sort()).toEqual(
    guests
      .slice(1)
      .map(({ email }) => email)
      .sort(),
  )
  expect(again.every(({ actId, nextAttemptAt }) => actId && nextAttemptAt > new Date())).toBe(true)
  expect(((await post([])) as Response).headers.get('location')).toContain('done=none-chosen')
  const other = await event()
  await queueMail({
    kind: 'test',
    locale: 'vi',
    recipientName: 'X',
    recipientEmail: 'x@example.org',
    eventId: other.id,
  })
  const [foreign] = await db.select().from(outbox).where(eq(outbox.eventId, other.id))
  await expect(post([['mails', foreign?.id ?? '']])).rejects.toMatchObject({ code: 'mail-missing' })
})
