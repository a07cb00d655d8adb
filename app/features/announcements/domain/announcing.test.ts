import { asc, eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { beforeEach, describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import type { Transport } from '#app/features/mail/domain/sending/transport.server.ts'
import { cancelRegistration } from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import type { Context } from '#app/shared/context.ts'
import { act, announcementRecipient, announcement as announcements, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { announcement } from '#tests/factories/announcements.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { getLedger, listRecipients, listShownAnnouncements } from './announcements.server.ts'
import { previewRecipients } from './preview-announcement.server.ts'
import { sendAnnouncement } from './send-announcement.server.ts'
import { testAnnouncement } from './test-announcement.server.ts'

const { db } = await testDatabase()

// Each test sends what is due, and nothing of another's.
beforeEach(() => db.delete(outbox))

type Draft = Awaited<ReturnType<typeof announcement>>

/** Presses the button under what was just looked at. */
async function pressed(ctx: Context, draft: Draft) {
  const { print } = await previewRecipients(draft)
  return performAct(ctx, {
    act: { eventId: draft.eventId, verb: 'announcement.sent' },
    answered: { ...unasked, seen: print },
    work: () => sendAnnouncement(ctx, { eventId: draft.eventId, id: draft.id }),
    look: async (sent) => sent,
  })
}

const mailsTo = async (draft: Draft) => {
  const rows = await db
    .select({ email: outbox.recipientEmail, locale: outbox.locale, eventId: outbox.eventId })
    .from(outbox)
    .innerJoin(announcementRecipient, eq(announcementRecipient.id, outbox.announcementRecipientId))
    .where(eq(announcementRecipient.announcementId, draft.id))
    .orderBy(asc(outbox.recipientEmail))
  return rows
}

/** Takes every mail, and refuses what is for the address of that name. */
function openPost(refused = '') {
  const sent: { to: string; subject: string; text: string; replyTo: unknown }[] = []
  const transport: Transport = {
    lanes: 2,
    spareLanes: 0,
    close: () => {},
    send: async ({ envelope, raw }) => {
      const [address = ''] = [envelope?.to ?? []].flat().map(String)
      if (address === refused) throw Object.assign(new Error('550 no such user'), { responseCode: 550 })
      const { subject = '', text = '', replyTo } = await PostalMime.parse(String(raw))
      sent.push({ to: address, subject, text, replyTo })
    },
  }
  return { sent, transport }
}

/** As if the minute were over. */
const letGo = () => db.update(outbox).set({ nextAttemptAt: new Date(Date.now() - 1000) })

const post = async (refused = '') => {
  const { sent, transport } = openPost(refused)
  await letGo()
  await sendDueMail({ transport })
  return sent
}

describe('sending', () => {
  test('each address gets one mail in its language; a host body’s members stand in no event’s outbox', async () => {
    const { ctx, body, event: at } = await organizedEvent({ contactEmail: 'contact@example.org' })
    const colleague = await memberOf(body, 'admin', { email: 'Colleague@example.org', locale: 'en' })
    await registration(at.guest, { email: 'lan@example.org', locale: 'en', name: 'Lan' })
    await registration(at.guest, { email: 'colleague@example.org' })
    const speaker = await person({ email: 'LAN@example.org' })
    const other = await person({ email: 'speaker@example.org' })
    await session(at, [speaker, other])
    const draft = await announcement(at.id, { audience: { groups: ['registered', 'speakers', 'hosts'] } })
    const performed = await pressed(ctx, draft)
    const organizer = ctx.actor.kind === 'account' ? ctx.actor.email : ''
    expect(performed).toMatchObject({ done: true, result: { mails: 4 } })
    expect(await mailsTo(draft)).toEqual(
      [
        { email: 'colleague@example.org', locale: 'vi', eventId: at.id },
        { email: 'lan@example.org', locale: 'en', eventId: at.id },
        { email: organizer, locale: 'vi', eventId: null },
        { email: 'speaker@example.org', locale: 'vi', eventId: at.id },
      ].sort((a, b) => (a.email < b.email ? -1 : 1)),
    )
    const [stored] = await db.select().from(announcements).where(eq(announcements.id, draft.id))
    expect(stored).toMatchObject({ sameAddress: 2, withoutAddress: 0 })
    expect(stored?.sentByName).toBe(ctx.actor.kind === 'account' ? ctx.actor.name : '')
    const sent = await post()
    const lan = sent.find(({ to }) => to === 'lan@example.org')
    expect(lan?.subject).toBe(draft.subject.en)
    expect(lan?.text).toMatch(/Please come to Room 2\./)
    expect(lan?.text).toMatch(/\/registrations\/[\w-]{20,}/)
    expect(lan?.replyTo).toEqual([{ name: '', address: 'contact@example.org' }])
    expect(sent.find(({ to }) => to === organizer)).toMatchObject({
      subject: draft.subject.vi,
      text: expect.stringContaining(`/organize/events/${at.slug}`),
      replyTo: [{ name: '', address: 'contact@example.org' }],
    })
    expect(sent.find(({ to }) => to === 'speaker@example.org')?.text).toMatch(/\/speaking\/[\w-]{20,}/)
    expect(await getLedger(draft.id)).toEqual({ recipients: 4, fates: { sent: 4 } })
    const rows = await listRecipients(draft.id)
    expect(rows.find(({ group }) => group === 'hosts')).toMatchObject({ name: '', email: '', mailId: null })
    expect(colleague.email).toBe('Colleague@example.org')
  })

  test('two who press at once send it once', async () => {
    const { ctx, event: at } = await organizedEvent()
    for (let n = 0; n < 3; n++) await registration(at.guest)
    const draft = await announcement(at.id)
    const outcomes = await Promise.allSettled([pressed(ctx, draft), pressed(ctx, draft), pressed(ctx, draft)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'announcement-sent' })
    expect(await mailsTo(draft)).toHaveLength(3)
    await expect(pressed(ctx, draft)).rejects.toMatchObject({ code: 'announcement-sent' })
    expect(await mailsTo(draft)).toHaveLength(3)
  })

  test('one who registers after the look is shown before anything goes', async () => {
    const { ctx, event: at } = await organizedEvent()
    await registration(at.guest)
    const draft = await announcement(at.id)
    const { print } = await previewRecipients(draft)
    await registration(at.guest)
    const performed = await performAct(ctx, {
      act: { eventId: at.id, verb: 'announcement.sent' },
      answered: { ...unasked, seen: print },
      work: () => sendAnnouncement(ctx, { eventId: at.id, id: draft.id }),
      look: async (sent) => sent,
    })
    expect(performed.done).toBe(false)
    expect(await mailsTo(draft)).toEqual([])
    expect(await db.select().from(act)).not.toContainEqual(expect.objectContaining({ eventId: at.id }))
  })

  test('undone within the minute nobody gets it, it is a draft again, and can be sent anew', async () => {
    const { ctx, event: at } = await organizedEvent()
    await registration(at.guest, { email: 'lan@example.org' })
    const draft = await announcement(at.id, { isPublic: true })
    const performed = await pressed(ctx, draft)
    expect(await listShownAnnouncements(at.id)).toHaveLength(1)
    const held = await db.select().from(outbox).where(eq(outbox.eventId, at.id))
    expect(held.every(({ nextAttemptAt }) => nextAttemptAt > new Date())).toBe(true)
    await undoAct(ctx, performed.done ? (performed.actId ?? '') : '')
    expect(await listShownAnnouncements(at.id)).toEqual([])
    expect(await post()).toEqual([])
    expect(await getLedger(draft.id)).toEqual({ recipients: 0, fates: {} })
    expect(await pressed(ctx, draft)).toMatchObject({ done: true, result: { mails: 1 } })
    expect((await post()).map(({ to }) => to)).toEqual(['lan@example.org'])
  })

  test('whoever cancels before it leaves is not written to, and the ledger says so', async () => {
    const { ctx, event: at } = await organizedEvent()
    const leaves = await registration(at.guest, { email: 'leaves@example.org' })
    await registration(at.guest, { email: 'stays@example.org' })
    await registration(at.guest, { email: 'dead@example.org' })
    const draft = await announcement(at.id)
    await pressed(ctx, draft)
    expect(await getLedger(draft.id)).toEqual({ recipients: 3, fates: { waiting: 3 } })
    await cancelRegistration(ctx, at.id, leaves.id)
    const sent = await post('dead@example.org')
    const about = sent.filter(({ subject }) => subject === draft.subject.vi)
    expect(about.map(({ to }) => to)).toEqual(['stays@example.org'])
    const ledger = await getLedger(draft.id)
    expect(ledger).toEqual({ recipients: 3, fates: { sent: 1, failed: 1, 'left-out': 1 } })
    const fates = (await listRecipients(draft.id)).map(({ email, fate }) => `${email} ${fate}`)
    expect(fates).toEqual([
      'dead@example.org failed',
      'leaves@example.org left-out',
      'stays@example.org sent',
    ])
  })

  test('a language without words gets those of the other one', async () => {
    const { ctx, event: at } = await organizedEvent()
    await registration(at.guest, { email: 'lan@example.org', locale: 'en' })
    const draft = await announcement(at.id, {
      subject: { vi: 'Đổi phòng', en: '' },
      text: { vi: 'Phòng 2', en: '' },
    })
    await pressed(ctx, draft)
    const [mail] = await post()
    expect(mail).toMatchObject({ subject: 'Đổi phòng' })
    expect(mail?.text).toMatch(/^Dear .*Phòng 2/s)
  })

  test('nothing goes unwritten or to nobody', async () => {
    const { ctx, event: at } = await organizedEvent()
    const nobody = await announcement(at.id)
    await expect(pressed(ctx, nobody)).rejects.toMatchObject({ code: 'announcement-nobody' })
    await registration(at.guest)
    const unwritten = await announcement(at.id, { text: { vi: '', en: '' } })
    await expect(pressed(ctx, unwritten)).rejects.toMatchObject({ code: 'announcement-unwritten' })
    expect(await db.select().from(outbox).where(eq(outbox.eventId, at.id))).toEqual([])
  })

  test('a test goes to the organizer alone, in each language, and counts nowhere', async () => {
    const { ctx, event: at } = await organizedEvent()
    await registration(at.guest)
    const draft = await announcement(at.id)
    const { email } = await testAnnouncement(ctx, { eventId: at.id, id: draft.id })
    const sent = await post()
    expect(sent.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual(
      [`${email} [Thử] ${draft.subject.vi}`, `${email} [Test] ${draft.subject.en}`].sort(),
    )
    expect(await getLedger(draft.id)).toEqual({ recipients: 0, fates: {} })
  })

  test('whoever may not mail cannot', async () => {
    const { body, event: at } = await organizedEvent()
    await registration(at.guest)
    const draft = await announcement(at.id)
    const door = signedIn(await memberOf(body, 'door'))
    await expect(sendAnnouncement(door, { eventId: at.id, id: draft.id })).rejects.toMatchObject({
      kind: 'rights',
    })
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    await expect(sendAnnouncement(stranger, { eventId: at.id, id: draft.id })).rejects.toMatchObject({
      kind: 'missing',
    })
  })
})
