import { afterAll, expect, test, vi } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { openMailbox } from '#tests/mailbox.ts'
// Loaded before the clock runs; a process that sends loads it with its first mail.
import '#emails/render.server.tsx'
import { type NewMail, queueMail } from '../queue-mail.server.ts'
import { startOutbox } from './outbox-loop.server.ts'

const { db } = await testDatabase()
process.env.MAIL_FROM = 'mail@ban-tron.example'
const mailbox = await openMailbox()
afterAll(() => mailbox.close())
const at = await event()
// Less than the loop's own clock, so that only a notification can have woken it.
const soon = 10_000

async function mailTo(): Promise<NewMail> {
  const { id, name, email, locale } = await registration(at.guest)
  const about = { eventId: at.id, registrationId: id }
  return { kind: 'confirmed', locale, recipientName: name, recipientEmail: email, ...about }
}

async function start(url: string) {
  process.env.SMTP_URL = url
  forgetEnv()
  return startOutbox({ root: '.' })
}

test('a commit wakes the loop; a rollback sends nothing', async () => {
  const loop = await start(mailbox.url)
  try {
    await queueMail(await mailTo())
    await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1), soon)
    const undone = await mailTo()
    const work = withTransaction(async () => {
      await queueMail(undone)
      throw new Error('undone')
    })
    await expect(work).rejects.toThrow('undone')
    await queueMail(await mailTo())
    await vi.waitFor(() => expect(mailbox.mails).toHaveLength(2), soon)
    expect(mailbox.to(undone.recipientEmail)).toHaveLength(0)
  } finally {
    await loop.stop()
  }
  expect((await db.select().from(outbox)).map((row) => row.state)).toEqual(['sent', 'sent'])
})

test('loops of several processes share a burst without sending anything twice', async () => {
  mailbox.mails.length = 0
  const mails = await Promise.all(Array.from({ length: 80 }, mailTo))
  const loops = await Promise.all([start(mailbox.url), start(mailbox.url), start(mailbox.url)])
  try {
    await Promise.all(mails.map((mail) => queueMail(mail)))
    await vi.waitFor(() => expect(mailbox.mails).toHaveLength(80), 15_000)
  } finally {
    await Promise.all(loops.map((loop) => loop.stop()))
  }
  expect(new Set(mailbox.mails.map((mail) => mail.messageId)).size).toBe(80)
})

test('stopping in the middle of a burst loses nothing: what was not tried is free at once', async () => {
  mailbox.mails.length = 0
  await db.delete(outbox)
  const mails = await Promise.all(Array.from({ length: 80 }, mailTo))
  await queueMail(...mails)
  const first = await start(mailbox.url)
  await vi.waitFor(() => expect(mailbox.mails.length).toBeGreaterThan(5), 5_000)
  await first.stop()
  const states = (await db.select().from(outbox)).map((row) => row.state)
  expect(states).not.toContain('sending')
  const second = await start(mailbox.url)
  try {
    await vi.waitFor(() => expect(mailbox.mails).toHaveLength(80), 15_000)
  } finally {
    await second.stop()
  }
  expect(new Set(mailbox.mails.map((mail) => mail.messageId)).size).toBe(80)
})

test('a host that never greets holds up nothing else, and spends no attempt', async () => {
  const deaf = await openMailbox({ greets: false })
  await db.delete(outbox)
  await queueMail(await mailTo())
  const loop = await start(deaf.url)
  try {
    await vi.waitFor(() => expect(deaf.connections()).toBeGreaterThan(0), 5_000)
    const began = performance.now()
    await queueMail(await mailTo())
    expect(performance.now() - began).toBeLessThan(1_000)
  } finally {
    await loop.stop()
    await deaf.close()
  }
  const rows = await db.select().from(outbox)
  expect(rows.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
    { state: 'queued', attempts: 0 },
    { state: 'queued', attempts: 0 },
  ])
  expect(rows.some((row) => row.lastError)).toBe(true)
})
