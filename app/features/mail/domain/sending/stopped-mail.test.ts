import { tmpdir } from 'node:os'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import type { MailKind } from '#app/shared/vocabulary.ts'
import { bounce, outbox, pausedDomain, suppression } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { openMailbox } from '#tests/mailbox.ts'
import { queueMail } from '../queue-mail.server.ts'
import { returnAddress, returnedMailId } from '../return-address.server.ts'
import { sendDueMail } from './send-due-mail.server.ts'
import { openTransport } from './transport.server.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
set({ MAIL_FROM: 'Bàn Tròn <mail@ban-tron.example>', SMTP_URL: mailbox.url })
const at = await event()
afterAll(() => mailbox.close())

beforeEach(async () => {
  for (const table of [suppression, pausedDomain, bounce, outbox]) await db.delete(table)
  mailbox.mails.length = 0
  set({ INBOUND_SECRET: undefined, REPLY_ADDRESS: undefined })
})

function set(values: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  forgetEnv()
}

async function send() {
  const transport = openTransport({ root: tmpdir() })
  try {
    return await sendDueMail({ transport })
  } finally {
    transport.close()
  }
}

async function queue(email: string, kind: MailKind = 'confirmed') {
  const guest = await registration(at.guest, { email })
  const { name, locale, id } = guest
  await queueMail({
    kind,
    locale,
    recipientName: name,
    recipientEmail: email,
    eventId: at.id,
    registrationId: id,
  })
}

const rows = () => db.select().from(outbox).orderBy(outbox.createdAt)
const inADay = () => new Date(Date.now() + 86_400_000)
const paused = (domain: string) => db.insert(pausedDomain).values({ domain, until: inADay(), words: '5.7.1' })

test('a suppressed address is not written to, and its row says why; others are', async () => {
  await db.insert(suppression).values([
    { email: 'dead@example.org', scope: 'all', cause: 'dead' },
    { email: 'tired@example.org', scope: 'advertising', cause: 'complaint' },
    { email: 'back@example.org', scope: 'all', cause: 'dead', liftedAt: new Date() },
  ])
  for (const email of ['Dead@example.org', 'tired@example.org', 'back@example.org']) await queue(email)
  expect(await send()).toMatchObject({ sent: 2, failed: 1 })
  expect(mailbox.to('Dead@example.org')).toEqual([])
  expect((await rows()).map(({ state, lastError }) => [state, lastError])).toEqual([
    ['failed', 'suppressed'],
    ['sent', null],
    ['sent', null],
  ])
})

test('what somebody asked for this minute is tried all the same', async () => {
  await db.insert(suppression).values({ email: 'dead2@example.org', scope: 'all', cause: 'dead' })
  await queue('dead2@example.org', 'test')
  expect(await send()).toMatchObject({ sent: 1, failed: 0 })
})

test('mails to a paused domain wait, without an attempt, and go when it is resumed', async () => {
  await paused('slow.example')
  await queue('an@slow.example')
  await queue('an@quick.example')
  expect(await send()).toMatchObject({ sent: 1, failed: 0, postponed: 1 })
  const [waiting] = await rows()
  expect(waiting).toMatchObject({ state: 'queued', attempts: 0, lastError: 'domain-paused' })
  expect(waiting?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 80_000_000)
  expect(await send()).toMatchObject({ sent: 0, postponed: 0 })
  await db.update(pausedDomain).set({ resumedAt: new Date() })
  await db.update(outbox).set({ nextAttemptAt: new Date() })
  expect(await send()).toMatchObject({ sent: 1 })
  expect(mailbox.to('an@slow.example')).toHaveLength(1)
})

test.each([
  [550, '5.1.1 <x>: Recipient address rejected: User unknown', 'dead', 'dead'],
  [552, '5.2.2 Mailbox full', 'temporary', null],
  [554, '5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a block list', 'refused', null],
  [550, '5.7.1 Sender address rejected: user unknown', 'refused', null],
  [554, 'Transaction not possible', 'unclear', null],
] as const)('a host that answers %i %s: %s', async (refuse, words, verdict, cause) => {
  const email = `someone@${verdict}-${refuse}.example`
  mailbox.behave(email, { refuse, words })
  await queue(email)
  expect(await send()).toMatchObject({ sent: 0, failed: 1 })
  expect(await db.select().from(bounce)).toMatchObject([{ recipient: email, verdict, inboundMailId: null }])
  const standing = await db.select().from(suppression)
  expect(standing.map((one) => one.cause)).toEqual(cause ? [cause] : [])
  const waits = await db.select().from(pausedDomain)
  expect(waits.map(({ domain }) => domain)).toEqual(
    verdict === 'refused' ? [`${verdict}-${refuse}.example`] : [],
  )
  mailbox.behave(email, null)
})

test('a refusal for now is nobody’s verdict until we give up', async () => {
  mailbox.behave('full@example.org', { refuse: 452, words: '4.2.2 Mailbox full' })
  await queue('full@example.org')
  expect(await send()).toMatchObject({ postponed: 1 })
  expect(await db.select().from(bounce)).toEqual([])
  await db.update(outbox).set({ attempts: 11, nextAttemptAt: new Date() })
  expect(await send()).toMatchObject({ failed: 1 })
  expect(await db.select().from(bounce)).toMatchObject([{ verdict: 'temporary', status: '4.2.2' }])
  mailbox.behave('full@example.org', null)
})

test('where mail can reach us, what comes back comes to an address of this mail alone', async () => {
  set({ INBOUND_SECRET: 'a secret of twenty letters', REPLY_ADDRESS: 'Answers@in.ban-tron.example' })
  await queue('an@example.org')
  await send()
  const [row] = await rows()
  const [mail] = mailbox.mails
  expect(mail?.envelopeSender).toMatch(/^answers\+b-[\da-f]{32}[a-z2-7]{12}@in\.ban-tron\.example$/)
  expect(mail?.from?.address).toBe('mail@ban-tron.example')
  expect(returnedMailId(`To: <${mail?.envelopeSender.toUpperCase()}>`)).toBe(row?.id)
})

test('without a way in it comes to the sender, as ever', async () => {
  await queue('binh@example.org')
  await send()
  expect(mailbox.mails[0]?.envelopeSender).toBe('mail@ban-tron.example')
})

test('a return address is true only with its proof, and only as long as a mailbox name may be', () => {
  set({ INBOUND_SECRET: 'a secret of twenty letters', REPLY_ADDRESS: 'answers@in.example' })
  const [id, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const address = returnAddress(id)
  expect(returnedMailId(address)).toBe(id)
  expect(returnedMailId(address.replace(id.replaceAll('-', ''), other.replaceAll('-', '')))).toBeNull()
  expect(returnedMailId('answers+an@in.example')).toBeNull()
  set({ REPLY_ADDRESS: 'all-who-answer-us@in.example' })
  expect(returnAddress(id).split('@')[0]).toHaveLength(64)
  set({ REPLY_ADDRESS: 'all-who-answer-us-at-once@in.example' })
  expect(returnAddress(id)).toBe('mail@ban-tron.example')
})
