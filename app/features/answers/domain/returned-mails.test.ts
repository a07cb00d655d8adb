import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { complaint } from '#app/features/bounces/domain/bounce-samples.ts'
import { forgetUnproven } from '#app/features/bounces/domain/forget-unproven.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { returnAddress } from '#app/features/mail/domain/return-address.server.ts'
import { failureSentence } from '#app/organize/mail-labels.tsx'
import { forgetEnv } from '#app/shared/env.server.ts'
import { bounce, outbox, suppression } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { readInboundMail } from './inbound-mail.server.ts'
import { recordReply } from './record-reply.server.ts'

const { db } = await testDatabase()

type Named = { to?: string; quotes?: boolean; recipient?: string }

function report(
  messageId: string,
  action: string,
  { to = 'mail@ban-tron.example', quotes = true, recipient = 'an@example.org' }: Named = {},
): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mx.example',
    `To: ${to}`,
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
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <an@example.org>:',
    '    Recipient address rejected',
    ...(quotes
      ? [
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          'From: mail@ban-tron.example',
          `Message-ID: ${messageId}`,
          'Subject: x',
        ]
      : []),
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
  const [bounced, suppressed] = [() => db.select().from(bounce), () => db.select().from(suppression)]
  return { row, messageId: (await row())?.messageId ?? '', id: (await row())?.id ?? '', bounced, suppressed }
}

beforeEach(async () => {
  await db.delete(suppression)
  await db.delete(bounce)
})

/** The return address of a mail, as its envelope has it. */
function returnedTo(id: string) {
  Object.assign(process.env, {
    INBOUND_SECRET: 'a secret of twenty letters',
    REPLY_ADDRESS: 'in@ban-tron.example',
  })
  forgetEnv()
  return returnAddress(id)
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

test('by its return address it is known which mail came back, whatever the notice quotes or calls it', async () => {
  const { row, id, bounced, suppressed } = await sent()
  const raw = report('', 'failed', {
    to: returnedTo(id),
    quotes: false,
    recipient: 'moved@elsewhere.example',
  })
  expect(await comes(raw)).toMatchObject({ reason: 'returned' })
  expect(await row()).toMatchObject({ state: 'failed' })
  expect(await bounced()).toMatchObject([{ outboxId: id, recipient: 'an@example.org', verdict: 'dead' }])
  expect(await suppressed()).toMatchObject([{ email: 'an@example.org', cause: 'dead', outboxId: id }])
})

test('the same report counts once, whether it comes as the same mail or as another', async () => {
  const { id, messageId, bounced } = await sent()
  const raw = report(messageId, 'failed')
  expect(await comes(raw)).toMatchObject({ isRepeat: false })
  expect(await comes(raw)).toMatchObject({ isRepeat: true })
  await comes(report('', 'failed', { to: returnedTo(id), quotes: false }))
  expect(await bounced()).toHaveLength(1)
})

test('without a true address or Message-ID it is kept to be shown, and changes nothing', async () => {
  const { row, id, bounced, suppressed } = await sent()
  const untrue = returnedTo(id).replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'))
  for (const to of [untrue, 'mail@ban-tron.example', returnedTo(crypto.randomUUID())]) {
    expect(await comes(report('', 'failed', { to, quotes: false }))).toMatchObject({
      reason: 'returned-unproven',
    })
  }
  expect(await row()).toMatchObject({ state: 'sent', lastError: null })
  expect(await suppressed()).toEqual([])
  const kept = await bounced()
  expect(kept.map(({ outboxId, recipient }) => [outboxId, recipient])).toEqual(
    Array(3).fill([null, 'an@example.org']),
  )
  const later = system(new Date(Date.now() + 91 * 86_400_000))
  expect([await forgetUnproven(system()), await forgetUnproven(later)]).toEqual([0, 3])
})

test('a complaint about a mail leaves it sent, and stops advertising alone', async () => {
  const { row, id, suppressed } = await sent()
  const raw = Buffer.from(complaint('abuse').replace('To: mail@', `To: ${returnedTo(id)}\r\nX-To: mail@`))
  expect(await comes(raw)).toMatchObject({ reason: 'complaint' })
  expect(await row()).toMatchObject({ state: 'sent', lastError: null })
  expect(await suppressed()).toMatchObject([{ scope: 'advertising', cause: 'complaint' }])
})

test('an absence, a receipt and a calendar’s answer at a return address are none', async () => {
  const { row, id, bounced } = await sent()
  const to = returnedTo(id)
  const mail = (...lines: string[]) =>
    Buffer.from(['From: an@example.org', `To: ${to}`, ...lines].join('\r\n'))
  const away = mail('Subject: Away', 'Auto-Submitted: auto-replied', '', 'I am away. User unknown.')
  const declined = ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:x', 'END:VEVENT', 'END:VCALENDAR']
  const answer = mail(
    'Subject: Undelivered',
    'Content-Type: text/calendar; method=REPLY',
    'Return-Path: <>',
    '',
    ...declined,
  )
  for (const raw of [away, answer]) expect((await comes(raw)).reason).not.toMatch(/returned|complaint/)
  expect(await bounced()).toEqual([])
  expect(await row()).toMatchObject({ state: 'sent' })
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
