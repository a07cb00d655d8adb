import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { failureSentence } from '#app/organize/mail-labels.tsx'
import { outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { readInboundMail } from './inbound-mail.server.ts'
import { recordReply } from './record-reply.server.ts'

const { db } = await testDatabase()

function report(messageId: string, action: string): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mx.example',
    'To: mail@ban-tron.example',
    `Message-ID: <report-${Math.random()}@mx.example>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; an@example.org',
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <an@example.org>:',
    '    Recipient address rejected',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: mail@ban-tron.example',
    `Message-ID: ${messageId}`,
    'Subject: x',
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

async function sent() {
  const at = await event()
  const to = { locale: 'en', recipientName: 'An', recipientEmail: 'an@example.org' } as const
  await queueMail({ ...to, kind: 'test', eventId: at.id })
  await db.update(outbox).set({ state: 'sent', sentAt: new Date() }).where(eq(outbox.eventId, at.id))
  const row = async () => (await db.select().from(outbox).where(eq(outbox.eventId, at.id)))[0]
  return { row, messageId: (await row())?.messageId ?? '' }
}

async function comes(raw: Buffer) {
  const mail = await readInboundMail(raw)
  if (!mail) throw new Error('unreadable')
  return recordReply(system(), { mail, transport: 'smtp' })
}

test('a mail that came back is not sent any more, and its row says what the other host said', async () => {
  const { row, messageId } = await sent()
  expect(await comes(report(messageId, 'failed'))).toMatchObject({ verdict: 'ignored', reason: 'returned' })
  expect(await row()).toMatchObject({ state: 'failed', sentAt: expect.any(Date) })
  expect(failureSentence((await row())?.lastError ?? '')).toMatch(/550 5\.1\.1 .*Recipient address rejected/)
})

test('a report of a delay, or about a mail that is none of ours, changes nothing', async () => {
  const { row, messageId } = await sent()
  await comes(report(messageId, 'delayed'))
  await comes(report('<other@ban-tron.example>', 'failed'))
  expect(await row()).toMatchObject({ state: 'sent', lastError: null })
})

test.each([
  ['X-Auto-Response-Suppress: All', true],
  ['X-Auto-Response-Suppress: OOF, AutoReply', true],
  ['Precedence: auto_reply', true],
  ['Precedence: bulk', true],
  ['Precedence: junk', true],
  ['Precedence: list', false],
  ['X-Mailer: Mail', false],
])('%s is written by a program: %s', async (header, isAutomatic) => {
  const raw = `From: an@example.org\r\nTo: x@y.example\r\nSubject: Away\r\n${header}\r\n\r\nI am away.\r\n`
  expect(await readInboundMail(Buffer.from(raw))).toMatchObject({ isAutomatic })
})

test.each([
  ['mx.ours.example; dmarc=fail header.from=example.org', true],
  ['mx.ours.example; dkim=pass header.d=example.org; dmarc=fail', true],
  ['mx.theirs.example; dmarc=fail', false],
  ['mx.ours.example; dmarc=pass', false],
])('%s: forged %s', async (results, isForged) => {
  const raw = `Authentication-Results: ${results}\r\nFrom: an@example.org\r\nTo: x@y.example\r\n\r\nYes.\r\n`
  const mail = await readInboundMail(Buffer.from(raw), { trustedServer: 'mx.ours.example' })
  expect(mail).toMatchObject({ isForged })
  if (isForged) expect(mail?.isAuthentic).toBe(false)
})
