import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { forgetEnv } from '#app/shared/env.server.ts'
import { activity, invitation, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { account, memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { calendarParts, openMailbox } from '#tests/mailbox.ts'
import { getMail, listOutbox, pageSize, readCursor } from './outbox-list.server.ts'
import { previewMail } from './preview-mail.server.ts'
import { queueMail } from './queue-mail.server.ts'
import { resendMail } from './resend-mail.server.ts'
import { sendTestMail } from './send-test-mail.server.ts'
import { sendDueMail } from './sending/send-due-mail.server.ts'
import { openTransport } from './sending/transport.server.ts'

const { db } = await testDatabase()
process.env.MAIL_FROM = 'mail@ban-tron.example'
const mailbox = await openMailbox()
process.env.SMTP_URL = mailbox.url
forgetEnv()
afterAll(() => mailbox.close())
const body = await organization()
const at = await event({ hosts: [body] })

beforeEach(async () => {
  await db.delete(outbox)
  mailbox.mails.length = 0
})

async function send() {
  const transport = openTransport({ root: '.' })
  await sendDueMail({ transport }).finally(() => transport.close())
}

async function queued() {
  const one = await registration(at.guest)
  const [sent] = await db.select().from(invitation).where(eq(invitation.registrationId, one.id))
  if (!sent) throw new Error('no invitation')
  const { uid, sequence, issuedAt } = sent
  await queueMail({
    kind: 'confirmed',
    locale: 'vi',
    recipientName: one.name,
    recipientEmail: one.email,
    eventId: at.id,
    registrationId: one.id,
    facts: { calendar: { method: 'REQUEST', uid, sequence, issuedAt: issuedAt.toISOString() } },
  })
  const [row] = await db.select().from(outbox).where(eq(outbox.registrationId, one.id))
  if (!row) throw new Error('no mail')
  return { one, row }
}

test('a resend is a mail of its own with the same calendar entry', async () => {
  const { one, row } = await queued()
  await send()
  expect(await resendMail(system(), { eventId: at.id, mailId: row.id })).toBe('queued')
  await send()
  const [first, second] = mailbox.to(one.email)
  expect(second?.messageId).not.toBe(first?.messageId)
  expect(second && calendarParts(second)[0]?.text).toBe(first && calendarParts(first)[0]?.text)
  const noted = await db.select().from(activity).where(eq(activity.subjectId, one.id))
  expect(noted.map(({ verb }) => verb)).toEqual(['mail.resent'])
})

test('a resend goes to the address as it was put right', async () => {
  const { one, row } = await queued()
  await db.update(outbox).set({ state: 'failed' })
  await db.update(registrations).set({ email: 'right@example.org' }).where(eq(registrations.id, one.id))
  await resendMail(system(), { eventId: at.id, mailId: row.id })
  await send()
  expect(mailbox.mails.map(({ recipients }) => recipients)).toEqual([['right@example.org']])
})

test('what is no longer so is not sent again', async () => {
  const { one, row } = await queued()
  await send()
  await db.update(registrations).set({ state: 'cancelled' }).where(eq(registrations.id, one.id))
  const again = resendMail(system(), { eventId: at.id, mailId: row.id })
  await expect(again).rejects.toMatchObject({ code: 'mail-outdated', kind: 'state' })
})

test('a mail that waits is tried at once instead; one on its way is left alone', async () => {
  const { row } = await queued()
  await db.update(outbox).set({ nextAttemptAt: new Date(Date.now() + 3_600_000) })
  expect(await resendMail(system(), { eventId: at.id, mailId: row.id })).toBe('hurried')
  await send()
  expect(mailbox.mails).toHaveLength(1)
  await db.update(outbox).set({ state: 'sending', leasedUntil: new Date(Date.now() + 60_000) })
  const again = resendMail(system(), { eventId: at.id, mailId: row.id })
  await expect(again).rejects.toMatchObject({ code: 'mail-on-its-way' })
})

test('only who may send for this event sends, and only its mails', async () => {
  const { row } = await queued()
  const other = await event()
  const stranger = signedIn(await account())
  const door = signedIn(await memberOf(body, 'door'))
  const ask = { eventId: at.id, mailId: row.id }
  await expect(resendMail(stranger, ask)).rejects.toMatchObject({ kind: 'missing' })
  await expect(resendMail(door, ask)).rejects.toMatchObject({ kind: 'rights' })
  await expect(sendTestMail(door, ask)).rejects.toMatchObject({ kind: 'rights' })
  await expect(resendMail(system(), { ...ask, eventId: other.id })).rejects.toMatchObject({ kind: 'missing' })
})

test('a test mail goes to the organizer who asks, in their language', async () => {
  const organizer = await memberOf(body, 'organizer', { locale: 'en' })
  await sendTestMail(signedIn(organizer), { eventId: at.id })
  await send()
  expect(mailbox.to(organizer.email)[0]?.subject).toBe('Test email: Film roundtable')
})

test('a waiting mail is shown as it would be sent, without what opens pages', async () => {
  const { row } = await queued()
  const { text, failure } = await previewMail(await getMail(at.id, row.id))
  expect(failure).toBeNull()
  expect(text?.text).toContain('/registrations/•••')
  expect(text?.calendar).toContain('METHOD:REQUEST')
})

test('the list pages by key, newest first, also among mails of one instant', async () => {
  const to = {
    kind: 'test',
    locale: 'vi',
    recipientName: 'A',
    recipientEmail: 'a@example.org',
    eventId: at.id,
  } as const
  await queueMail(...Array.from({ length: pageSize + 7 }, () => to))
  const first = await listOutbox(at.id, {})
  const second = await listOutbox(at.id, { after: readCursor(first.next) })
  expect([first.mails.length, second.mails.length, second.next]).toEqual([pageSize, 7, null])
  expect(new Set([...first.mails, ...second.mails].map(({ id }) => id)).size).toBe(pageSize + 7)
  expect((await listOutbox(at.id, { state: 'failed' })).mails).toEqual([])
  expect(readCursor('nonsense')).toBeUndefined()
})
