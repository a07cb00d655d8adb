import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { invitation, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { calendarParts, openMailbox, readMail } from '#tests/mailbox.ts'
import { type NewMail, queueMail } from '../queue-mail.server.ts'
import { replyAddress } from '../reply-address.server.ts'
import { sendDueMail } from './send-due-mail.server.ts'
import { openTransport } from './transport.server.ts'

const { db } = await testDatabase()
process.env.MAIL_FROM = 'Bàn Tròn <mail@ban-tron.example>'
const mailbox = await openMailbox()
const at = await event({ contactEmail: 'hosts@example.org' })

beforeEach(() => use(mailbox.url))
afterEach(async () => {
  await db.delete(outbox)
  mailbox.mails.length = 0
})
afterAll(() => mailbox.close())

function use(url: string | undefined) {
  if (url) process.env.SMTP_URL = url
  else delete process.env.SMTP_URL
  forgetEnv()
}

async function send(root = tmpdir()) {
  const transport = openTransport({ root })
  try {
    return await sendDueMail({ transport })
  } finally {
    transport.close()
  }
}

async function guest(values: Parameters<typeof registration>[1] = {}) {
  const made = await registration(at.guest, values)
  const mail = {
    kind: 'confirmed',
    locale: made.locale,
    recipientName: made.name,
    recipientEmail: made.email,
    eventId: at.id,
    registrationId: made.id,
  } satisfies NewMail
  return { ...made, mail, token: saltedToken('registration', made.tokenSalt) }
}

const unfolded = (calendar: string | null = '') => (calendar ?? '').replaceAll('\r\n ', '')
const rows = () => db.select().from(outbox).orderBy(outbox.createdAt)
const due = () => db.update(outbox).set({ nextAttemptAt: sql`now()` })

test('a queued mail is sent once, under its fixed Message-ID, and kept without the personal link', async () => {
  const one = await guest({ locale: 'en', name: 'Ann' })
  await queueMail(one.mail)
  const [queued] = await rows()
  expect(await send()).toMatchObject({ sent: 1, failed: 0, postponed: 0 })
  expect(await send()).toMatchObject({ sent: 0 })
  const [mail] = mailbox.mails
  expect(mailbox.mails).toHaveLength(1)
  expect(mail?.messageId).toBe(queued?.messageId)
  expect(mail?.from).toMatchObject({ name: 'Bàn Tròn', address: 'mail@ban-tron.example' })
  expect(mail?.replyTo?.[0]?.address).toBe('hosts@example.org')
  expect(mail?.text).toContain(`/registrations/${one.token}`)
  expect(mail?.html).toContain(`/registrations/${one.token}`)
  expect(Object.fromEntries(mail?.headers.map(({ key, value }) => [key, value]) ?? [])).toMatchObject({
    'auto-submitted': 'auto-generated',
    'content-language': 'en',
  })
  const [kept] = await rows()
  expect(kept).toMatchObject({ state: 'sent', attempts: 1, leasedUntil: null, lastError: null })
  expect(kept?.sentAt).toBeInstanceOf(Date)
  expect(kept?.text).toContain('/registrations/•••')
  expect(JSON.stringify(kept)).not.toContain(one.token)
})

test('each reader gets their own language, from subject to footer', async () => {
  const [vi, en] = [await guest({ locale: 'vi' }), await guest({ locale: 'en' })]
  await queueMail(vi.mail, en.mail)
  await send()
  expect(mailbox.to(vi.email)[0]?.subject).toBe('Quý vị đã có chỗ: Bàn tròn điện ảnh')
  expect(mailbox.to(vi.email)[0]?.text).not.toMatch(/Dear|With kind regards|You get this mail/)
  expect(mailbox.to(en.email)[0]?.subject).toBe('You have a seat: Film roundtable')
  expect(mailbox.to(en.email)[0]?.text).not.toMatch(/Kính gửi|Trân trọng|Quý vị/)
})

test('the calendar part is for this reader alone, and its MIME method is the METHOD inside', async () => {
  for (const method of ['REQUEST', 'CANCEL'] as const) {
    const one = await guest({ state: method === 'REQUEST' ? 'confirmed' : 'cancelled' })
    const calendar = { method, uid: crypto.randomUUID(), sequence: 1, issuedAt: new Date().toISOString() }
    await queueMail({
      ...one.mail,
      kind: method === 'REQUEST' ? 'confirmed' : 'cancelled',
      facts: { calendar },
    })
    await send()
    const [mail] = mailbox.to(one.email)
    const parts = mail ? calendarParts(mail) : []
    expect(parts.map(({ mimeType }) => mimeType).sort()).toEqual(['application/ics', 'text/calendar'])
    for (const part of parts) {
      expect(part.text).toContain(`\r\nMETHOD:${method}\r\n`)
      expect(part.text).toContain(`\r\nUID:${calendar.uid}\r\n`)
      const mailed = unfolded(part.text).match(/mailto:[^\r]+/gi)
      expect(mailed?.map((line) => line.slice(7))).toEqual(
        expect.arrayContaining([replyAddress(calendar.uid), one.email]),
      )
      // The way to one's own page, as long as there is a seat.
      expect(unfolded(part.text).includes(one.token)).toBe(method === 'REQUEST')
    }
    expect(parts.find(({ mimeType }) => mimeType === 'text/calendar')?.method).toBe(method)
    expect(mail?.raw).toContain(Buffer.from('BEGIN:VCALENDAR\r\n').toString('base64').slice(0, 20))
    const [kept] = await db.select().from(outbox).where(eq(outbox.registrationId, one.id))
    expect(unfolded(kept?.calendar)).toBe(unfolded(parts[0]?.text).replaceAll(one.token, '•••'))
  }
})

test('hostile names reach nobody else and break nothing', async () => {
  const names = [
    'Nguyễn "Tí", <x>',
    'a@x.example>, <evil@e.example',
    'Ann\r\nBcc: evil@e.example',
    '🎬 \u0000 Đạo diễn',
  ]
  const guests = await Promise.all(names.map((name) => guest({ name: name.replace('\u0000', '') })))
  await queueMail(...guests.map((one) => one.mail))
  expect(await send()).toMatchObject({ sent: names.length })
  for (const one of guests) {
    const [mail] = mailbox.to(one.email)
    expect(mail?.recipients).toEqual([one.email])
    expect(mail?.to).toHaveLength(1)
    expect(mail?.to?.[0]?.address).toBe(one.email)
    expect(mail?.bcc).toBeUndefined()
  }
  expect(mailbox.to(guests[0]?.email ?? '')[0]?.to?.[0]?.name).toBe('Nguyễn "Tí", <x>')
})

test('an address that carries a second one is never written to', async () => {
  const one = await guest()
  await queueMail({ ...one.mail, recipientEmail: 'a@x.example>, <evil@e.example' })
  expect(await send()).toMatchObject({ sent: 0, failed: 1 })
  expect(await rows()).toMatchObject([{ state: 'failed', lastError: 'address-invalid' }])
})

test('a temporary refusal waits longer each time, then the mail is sent', async () => {
  const one = await guest()
  mailbox.behave(one.email, { refuse: 451, words: 'greylisted', times: 2 })
  await queueMail(one.mail)
  for (const minutes of [1, 5]) {
    expect(await send()).toMatchObject({ sent: 0, postponed: 1 })
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'queued', lastError: expect.stringContaining('greylisted') })
    const gap = (row?.nextAttemptAt.getTime() ?? 0) - Date.now()
    expect(gap).toBeGreaterThan(minutes * 0.85 * 60_000)
    expect(gap).toBeLessThan(minutes * 1.15 * 60_000)
    expect(await send()).toMatchObject({ sent: 0, postponed: 0 })
    await due()
  }
  expect(await send()).toMatchObject({ sent: 1 })
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, lastError: null }])
})

test('after two days of temporary refusals a mail has failed, with the last answer', async () => {
  const one = await guest()
  mailbox.behave(one.email, { refuse: 451, words: 'still full', times: 1 })
  await queueMail(one.mail)
  await db.update(outbox).set({ attempts: 11 })
  expect(await send()).toMatchObject({ failed: 1 })
  expect(await rows()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('still full') }])
})

test('a permanent refusal fails at once and holds up nobody', async () => {
  const [bad, good] = [await guest(), await guest()]
  mailbox.behave(bad.email, { refuse: 550, words: 'no such user' })
  await queueMail(bad.mail, good.mail)
  expect(await send()).toMatchObject({ sent: 1, failed: 1 })
  const [first] = await db.select().from(outbox).where(eq(outbox.registrationId, bad.id))
  expect(first).toMatchObject({
    state: 'failed',
    attempts: 1,
    lastError: expect.stringContaining('no such user'),
  })
  mailbox.behave(bad.email, null)
})

test('mails to one person leave in the order of their causes', async () => {
  const one = await guest({ state: 'cancelled' })
  await queueMail(one.mail)
  await queueMail({ ...one.mail, kind: 'cancelled' })
  mailbox.behave(one.email, { refuse: 451, times: 1 })
  expect(await send()).toMatchObject({ sent: 0, postponed: 1 })
  expect((await rows()).map((row) => row.attempts)).toEqual([1, 0])
  await due()
  await send()
  await send()
  expect(mailbox.to(one.email).map((mail) => mail.subject)).toEqual([
    'Quý vị đã có chỗ: Bàn tròn điện ảnh',
    'Đăng ký đã hủy: Bàn tròn điện ảnh',
  ])
  expect(mailbox.to(one.email)[0]?.text).toContain('tình trạng đăng ký của quý vị đã thay đổi')
})

test('what a killed worker left is sent when its lease ends, not before', async () => {
  const one = await guest()
  await queueMail(one.mail)
  const lease = (seconds: number) =>
    db
      .update(outbox)
      .set({ state: 'sending', attempts: 1, leasedUntil: new Date(Date.now() + seconds * 1000) })
  await lease(60)
  expect(await send()).toMatchObject({ sent: 0 })
  await lease(-1)
  expect(await send()).toMatchObject({ sent: 1 })
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('many workers never send one row twice', async () => {
  const guests = await Promise.all(Array.from({ length: 60 }, () => guest()))
  await queueMail(...guests.map((one) => one.mail))
  const passes = await Promise.all(Array.from({ length: 4 }, () => send()))
  expect(passes.reduce((sum, pass) => sum + pass.sent, 0)).toBe(60)
  expect(new Set(mailbox.mails.map((mail) => mail.messageId)).size).toBe(60)
  expect(mailbox.mails).toHaveLength(60)
  expect((await rows()).every((row) => row.state === 'sent' && row.attempts === 1)).toBe(true)
})

test('while the mail host is down no attempt is spent, and everything goes out when it is back', async () => {
  const down = await openMailbox()
  await down.close()
  const guests = await Promise.all(Array.from({ length: 5 }, () => guest()))
  await queueMail(...guests.map((one) => one.mail))
  use(down.url)
  expect(await send()).toMatchObject({ sent: 0, hostFailure: expect.stringContaining('ECONNREFUSED') })
  expect((await rows()).every((row) => row.state === 'queued' && row.attempts === 0)).toBe(true)
  use(mailbox.url)
  expect(await send()).toMatchObject({ sent: 5, hostFailure: null })
})

test('a sign-in mail carries code and link; both are gone from the row when it is sent', async () => {
  const secret = sealSecret(JSON.stringify({ code: '918273', link: 'bGluay1zZWNyZXQ' }))
  const to = { locale: 'en', recipientName: 'Ann', recipientEmail: 'ann@example.org' } as const
  await queueMail({ ...to, kind: 'sign-in', facts: { purpose: 'sign-in' }, secret })
  await send()
  const [mail] = mailbox.mails
  expect(mail?.text).toContain('918273')
  expect(mail?.text).toContain('/sign-in/link/bGluay1zZWNyZXQ')
  const [kept] = await rows()
  expect(kept).toMatchObject({ state: 'sent', secret: null })
  expect(JSON.stringify(kept)).not.toMatch(/918273|bGluay1zZWNyZXQ/)
  expect(kept?.text).toContain('••••••')
})

test('a code that would come too late is not sent', async () => {
  const secret = sealSecret(JSON.stringify({ code: '918273', link: 'x' }))
  await queueMail({
    kind: 'sign-in',
    locale: 'vi',
    recipientName: 'A',
    recipientEmail: 'a@example.org',
    secret,
  })
  await db.update(outbox).set({ createdAt: new Date(Date.now() - 11 * 60_000) })
  expect(await send()).toMatchObject({ sent: 0, failed: 1 })
  expect(await rows()).toMatchObject([{ lastError: 'code-expired', secret: null }])
})

test('without SMTP_URL mails become files that mail programs open', async () => {
  use(undefined)
  process.env.DATA_DIR = await mkdtemp(path.join(tmpdir(), 'ban-tron-mail-'))
  forgetEnv()
  const one = await guest({ name: 'Đặng Hoàng Giang' })
  const [sent] = await db.select().from(invitation).where(eq(invitation.registrationId, one.id))
  const calendar = {
    method: 'REQUEST',
    uid: sent?.uid ?? '',
    sequence: 0,
    issuedAt: new Date().toISOString(),
  } as const
  await queueMail({ ...one.mail, facts: { calendar } })
  expect(await send()).toMatchObject({ sent: 1 })
  const folder = path.join(process.env.DATA_DIR, 'mail')
  const files = await readdir(folder)
  expect(files).toHaveLength(1)
  expect(files[0]).toMatch(/^\d{4}-\d\d-\d\dT[\w-]+@ban-tron\.example\.eml$/)
  const mail = await readMail(await readFile(path.join(folder, files[0] ?? '')))
  expect(mail.to?.[0]).toMatchObject({ name: 'Đặng Hoàng Giang', address: one.email })
  expect(calendarParts(mail)).toHaveLength(2)
  delete process.env.DATA_DIR
})
