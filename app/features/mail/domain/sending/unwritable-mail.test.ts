import { tmpdir } from 'node:os'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { openMailbox } from '#tests/mailbox.ts'
import { type NewMail, queueMail } from '../queue-mail.server.ts'
import { sendDueMail } from './send-due-mail.server.ts'
import { openTransport } from './transport.server.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
Object.assign(process.env, { SMTP_URL: mailbox.url, MAIL_FROM: 'Bàn Tròn <mail@ban-tron.example>' })
forgetEnv()
const at = await event()
const guest = await registration(at.guest)
const mail = {
  kind: 'confirmed',
  locale: guest.locale,
  recipientName: guest.name,
  recipientEmail: guest.email,
  eventId: at.id,
  registrationId: guest.id,
} satisfies NewMail

afterEach(() => db.delete(outbox))
afterAll(() => mailbox.close())

const rows = () => db.select().from(outbox)

async function send() {
  const transport = openTransport({ root: tmpdir() })
  try {
    return await sendDueMail({ transport })
  } finally {
    transport.close()
  }
}

test('a mail that we cannot write has failed at once, and says so', async () => {
  const calendar = {
    method: 'REQUEST' as const,
    uid: 'bad uid',
    sequence: 0,
    issuedAt: new Date().toISOString(),
  }
  await queueMail({ ...mail, facts: { calendar } })
  expect(await send()).toMatchObject({ sent: 0, failed: 1 })
  expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1, lastError: 'mail-unwritable' }])
})

test('a mail that cannot be written yet, since a new build is on its way, waits', async () => {
  await queueMail(mail)
  vi.doMock('#emails/render.server.tsx', () => {
    throw new Error('Cannot find module')
  })
  expect(await send()).toMatchObject({ sent: 0, failed: 0, postponed: 1 })
  vi.doUnmock('#emails/render.server.tsx')
  expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1 }])
})
