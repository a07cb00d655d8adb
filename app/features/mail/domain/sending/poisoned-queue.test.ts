import { sql } from 'drizzle-orm'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { openMailbox } from '#tests/mailbox.ts'
// Loaded before the clock runs; a process that sends loads it with its first mail.
import '#emails/render.server.tsx'
import { queueMail } from '../queue-mail.server.ts'
import { startOutbox } from './outbox-loop.server.ts'
import { sendDueMail } from './send-due-mail.server.ts'
import { openTransport } from './transport.server.ts'

const { db } = await testDatabase()
process.env.MAIL_FROM = 'mail@ban-tron.example'
const at = await event()
const mailbox = await openMailbox()
process.env.SMTP_URL = mailbox.url
forgetEnv()

afterAll(() => mailbox.close())
afterEach(async () => {
  await db.delete(outbox)
  mailbox.mails.length = 0
})

async function guests(count: number): Promise<string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => registration(at.guest)))
  await queueMail(
    ...made.map((one) => ({
      kind: 'confirmed' as const,
      locale: one.locale,
      recipientName: one.name,
      recipientEmail: one.email,
      eventId: at.id,
      registrationId: one.id,
    })),
  )
  return made.map((one) => one.email)
}

async function send(probe = false) {
  const transport = openTransport({ root: '.' })
  try {
    return await sendDueMail({ transport, probe })
  } finally {
    transport.close()
  }
}

const rows = () => db.select().from(outbox).orderBy(outbox.createdAt)

test('200 mails, of which 70 are cut, refused or slow: the others all leave, and each failure is its own', async () => {
  const [cut, after, later, never, slow] = [
    await guests(10),
    await guests(10),
    await guests(20),
    await guests(10),
    await guests(20),
  ]
  const others = await guests(130)
  let release = () => {}
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  for (const one of cut) mailbox.behave(one, { cut: 'inside' })
  for (const one of after) mailbox.behave(one, { cut: 'after' })
  for (const one of later) mailbox.behave(one, { refuse: 451, words: 'come again' })
  for (const one of never) mailbox.behave(one, { refuse: 550, words: 'nobody here' })
  for (const one of slow) mailbox.behave(one, { until })
  const loop = await startOutbox({ root: '.' })
  try {
    // Not one slow mail is answered before all others have left.
    await vi.waitFor(
      () =>
        expect(new Set(mailbox.mails.flatMap((mail) => mail.recipients))).toEqual(
          new Set([...after, ...others, ...slow]),
        ),
      { timeout: 60_000, interval: 200 },
    )
    release()
    await vi.waitFor(
      async () => expect((await rows()).filter((row) => row.state === 'sent')).toHaveLength(150),
      { timeout: 20_000, interval: 200 },
    )
  } finally {
    release()
    await loop.stop()
  }
  const found = new Map((await rows()).map((row) => [row.recipientEmail, row]))
  const stateOf = (emails: string[]) => [
    ...new Set(emails.map((email) => `${found.get(email)?.state} ${found.get(email)?.attempts}`)),
  ]
  expect(stateOf(others)).toEqual(['sent 1'])
  expect(stateOf(slow)).toEqual(['sent 1'])
  expect(stateOf(never)).toEqual(['failed 1'])
  for (const waiting of [cut, after, later]) {
    expect(stateOf(waiting)).toEqual(['queued 1'])
    for (const email of waiting) {
      const gap =
        (found.get(email)?.nextAttemptAt.getTime() ?? 0) - (found.get(email)?.createdAt.getTime() ?? 0)
      expect(gap).toBeGreaterThan(50_000)
    }
  }
  expect(new Set(after.map((email) => found.get(email)?.lastError))).toEqual(new Set(['outcome-unknown']))
  for (const email of after) expect(mailbox.to(email)).toHaveLength(1)
}, 120_000)

test('a mail whose outcome is unknown is repeated after its gap only, as the same mail', async () => {
  const [email = ''] = await guests(1)
  mailbox.behave(email, { cut: 'after', times: 1 })
  expect(await send()).toMatchObject({ sent: 0, postponed: 1, hostFailure: null })
  expect(await send()).toMatchObject({ sent: 0, postponed: 0 })
  expect(mailbox.to(email)).toHaveLength(1)
  await db.update(outbox).set({ nextAttemptAt: sql`now()` })
  expect(await send()).toMatchObject({ sent: 1 })
  expect(new Set(mailbox.to(email).map((mail) => mail.messageId)).size).toBe(1)
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }])
})

test('after a failure of the host the next look is with another mail', async () => {
  const down = await openMailbox()
  await down.close()
  const emails = await guests(3)
  const tried: string[] = []
  process.env.SMTP_URL = down.url
  forgetEnv()
  for (let look = 0; look < 3; look++) {
    expect(await send(true)).toMatchObject({ sent: 0, hostFailure: expect.any(String) })
    const [last] = await db.select().from(outbox).orderBy(sql`${outbox.nextAttemptAt} desc`).limit(1)
    tried.push(last?.recipientEmail ?? '')
  }
  process.env.SMTP_URL = mailbox.url
  forgetEnv()
  expect(new Set(tried)).toEqual(new Set(emails))
  expect((await rows()).map((row) => row.attempts)).toEqual([0, 0, 0])
})
