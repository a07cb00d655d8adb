import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
import {
  activity,
  inboundMail,
  invitation,
  invitationAnswer,
  outbox,
  timeProposal,
} from '#db/schema/index.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { counter, exchangeReply, googleReply, rawMail, thunderbirdReply } from './reply-samples.ts'
import { takeMailIn } from './take-mail-in.server.ts'

const { db } = await testDatabase()

type Invited = Awaited<ReturnType<typeof invitedSpeaker>>
const sampleOf = ({ invitation: row, person }: Invited) => ({
  uid: row.uid,
  attendee: person.email,
  organizer: replyAddress(row.uid),
  sequence: row.sequence,
})
const take = (raw: Uint8Array) => takeMailIn({ raw, transport: 'smtp' })
const heldFor = ({ invitation: row }: Invited) =>
  db.select().from(inboundMail).where(eq(inboundMail.invitationId, row.id))
const stored = async (id: string) => (await db.select().from(invitation).where(eq(invitation.id, id)))[0]

describe('an answer by mail', () => {
  it.each([
    ['Google', googleReply, 'ACCEPTED', 'accepted'],
    ['Exchange', exchangeReply, 'DECLINED', 'declined'],
    ['Thunderbird', thunderbirdReply, 'TENTATIVE', 'tentative'],
  ])('of %s is recorded with its way and its words', async (_, make, answer, expected) => {
    const asked = await invitedSpeaker({ sequence: 2 })
    const sample = sampleOf(asked)
    const calendar = make({ ...sample, answer })
    const raw = rawMail({ from: asked.person.email, to: sample.organizer, calendar })
    expect(await take(raw)).toEqual({ verdict: 'recorded', reason: 'answer', isRepeat: false })
    expect(await stored(asked.invitation.id)).toMatchObject({
      answer: expected,
      answerWay: 'calendar',
      answerSequence: 2,
      answerStampedAt: new Date('2025-03-01T10:00:00Z'),
    })
    const [noted] = await db.select().from(activity).where(eq(activity.verb, 'invitation.answered'))
    expect(noted?.details).toMatchObject({ way: 'calendar' })
  })

  it('holds its invitation once, and nobody looks at it again', async () => {
    const asked = await invitedSpeaker()
    const sample = sampleOf(asked)
    const calendar = googleReply({ ...sample, answer: 'ACCEPTED' })
    const sent = await statementsOf(() =>
      take(rawMail({ from: asked.person.email, to: sample.organizer, calendar })),
    )
    const looks = sent.filter((one) => one.includes('from "invitation"'))
    expect(looks).toHaveLength(1)
    expect(looks[0]).toMatch(/for no key update of "invitation"$/)
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'accepted' })
  })

  it('counts once, by whichever ways it comes', async () => {
    const asked = await invitedSpeaker()
    const sample = sampleOf(asked)
    const calendar = googleReply({ ...sample, answer: 'ACCEPTED' })
    const raw = rawMail({ from: asked.person.email, to: sample.organizer, calendar })
    const outcomes = await Promise.all([take(raw), take(raw), takeMailIn({ raw, transport: 'imap' })])
    expect(outcomes.filter((one) => one?.isRepeat)).toHaveLength(2)
    const history = await db
      .select()
      .from(invitationAnswer)
      .where(eq(invitationAnswer.invitationId, asked.invitation.id))
    expect(history).toHaveLength(1)
  })

  it('counts in the order in which it was given, however it arrives', async () => {
    const asked = await invitedSpeaker()
    const sample = sampleOf(asked)
    const answer = (word: string, stamp: string) =>
      take(
        rawMail({
          from: asked.person.email,
          to: sample.organizer,
          calendar: googleReply({ ...sample, answer: word, stamp }),
        }),
      )
    await answer('DECLINED', '20250301T120000Z')
    expect(await answer('ACCEPTED', '20250301T110000Z')).toMatchObject({
      verdict: 'ignored',
      reason: 'older',
    })
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'declined' })
    await answer('TENTATIVE', '20250301T130000Z')
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'tentative' })
  })

  it('from the assistant says so', async () => {
    const asked = await invitedSpeaker({ assistantEmail: 'Office@example.org' })
    const sample = sampleOf(asked)
    const calendar = googleReply({ ...sample, answer: 'ACCEPTED' })
    await take(rawMail({ from: 'office@example.org', to: sample.organizer, calendar }))
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'accepted', answerWay: 'assistant' })
  })

  it('that proposes another time becomes a task and changes nothing', async () => {
    const asked = await invitedSpeaker()
    const sample = sampleOf(asked)
    const calendar = counter({ ...sample, answer: 'TENTATIVE' })
    const letter = { from: asked.person.email, to: sample.organizer, calendar, method: 'COUNTER' }
    await take(rawMail(letter))
    expect(await take(rawMail(letter))).toMatchObject({ isRepeat: false })
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'needs-action' })
    expect(await db.select().from(timeProposal)).toMatchObject([
      { invitationId: asked.invitation.id, state: 'open', startsAt: new Date('2025-03-11T23:00:00Z') },
    ])
  })

  it('without proof waits for an organizer; nothing changes, nobody is mailed', async () => {
    const asked = await invitedSpeaker()
    const sample = sampleOf(asked)
    const calendar = googleReply({ ...sample, answer: 'DECLINED' })
    const forged = rawMail({ from: asked.person.email, to: 'answers@events.example.org', calendar })
    expect(await take(forged)).toMatchObject({ verdict: 'held', reason: 'unproven' })
    expect(await stored(asked.invitation.id)).toMatchObject({ answer: 'needs-action' })
    const [held] = await db
      .select()
      .from(inboundMail)
      .where(eq(inboundMail.invitationId, asked.invitation.id))
    expect(held).toMatchObject({ eventId: asked.event.id, fromAddress: asked.person.email, verdict: 'held' })
    expect(await db.select().from(outbox).where(eq(outbox.eventId, asked.event.id))).toEqual([])
  })

  it('of words alone to a reply address is kept for the organizers', async () => {
    const asked = await invitedSpeaker()
    const raw = rawMail({
      from: asked.person.email,
      to: replyAddress(asked.invitation.uid),
      text: 'Tôi sẽ đến muộn.',
    })
    expect(await take(raw)).toMatchObject({ verdict: 'held', reason: 'words-only' })
    const [held] = await db
      .select()
      .from(inboundMail)
      .where(eq(inboundMail.invitationId, asked.invitation.id))
    expect(held?.reply).toMatchObject({ text: 'Tôi sẽ đến muộn.' })
  })

  it('of words in HTML alone is kept as words', async () => {
    const asked = await invitedSpeaker()
    const to = replyAddress(asked.invitation.uid)
    const html = `<style>p{margin:0}</style><p style="${'a:b;'.repeat(200)}">Tôi &amp; trợ lý<br>sẽ đến muộn.</p>`
    const head = `From: ${asked.person.email}\r\nTo: ${to}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`
    expect(await take(Buffer.from(head + html))).toMatchObject({ verdict: 'held', reason: 'words-only' })
    const [held] = await heldFor(asked)
    expect(held?.reply).toMatchObject({ text: 'Tôi & trợ lý\nsẽ đến muộn.' })
  })

  it('of words from an account we do not know is found by the mail it answers', async () => {
    const asked = await invitedSpeaker()
    const messageId = '<asked-1@events.example.org>'
    await db.insert(outbox).values({
      eventId: asked.event.id,
      invitationId: asked.invitation.id,
      kind: 'speaker-asked',
      locale: 'vi',
      recipientName: 'x',
      recipientEmail: asked.person.email,
      messageId,
      state: 'sent',
    })
    const letter = { from: 'private@example.net', to: replyAddress(asked.invitation.uid), text: 'Tôi bận.' }
    expect(await take(rawMail({ ...letter, headers: ['In-Reply-To: <other@x>'] }))).toMatchObject({
      verdict: 'ignored',
    })
    expect(await take(rawMail({ ...letter, headers: [`In-Reply-To: ${messageId}`] }))).toMatchObject({
      verdict: 'held',
      reason: 'words-only',
    })
    // The Message-ID is on many mails that were forwarded: without the secret address it proves nothing.
    const elsewhere = { ...letter, to: 'answers@events.example.org', headers: [`References: ${messageId}`] }
    expect(await take(rawMail(elsewhere))).toMatchObject({ verdict: 'ignored' })
    expect(await heldFor(asked)).toHaveLength(1)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from([0, 255, 254, 10, 13, 0, 200, 1])],
    ['far too much', Buffer.alloc(1024 * 1024 + 1, 'a')],
    ['a hundred parts', Buffer.from(`From: a@b.c\r\n${'Content-Type: text/plain\r\n\r\nx\r\n'.repeat(100)}`)],
  ])('of %s is passed over', async (_, raw) => {
    expect(await take(raw)).toSatisfy((one) => one === null || one.verdict === 'ignored')
  })

  it('about nothing of ours is passed over', async () => {
    const calendar = googleReply({ uid: 'x', attendee: 'a@b.cc', organizer: 'o@b.cc', answer: 'ACCEPTED' })
    const raw = rawMail({ from: 'a@b.cc', to: 'o@b.cc', calendar })
    expect(await take(raw)).toMatchObject({ verdict: 'ignored', reason: 'unknown-invitation' })
  })
})

describe('an attendee who declines by calendar', () => {
  it('keeps the seat and is asked once whether it is free', async () => {
    const made = await event()
    const guest = await registration(made.guest, { email: 'Lan@example.org' })
    const [row] = await db.select().from(invitation).where(eq(invitation.registrationId, guest.id))
    const uid = row?.uid ?? ''
    const decline = (stamp: string) =>
      take(
        rawMail({
          from: 'lan@example.org',
          to: replyAddress(uid),
          calendar: googleReply({
            uid,
            attendee: 'lan@example.org',
            organizer: replyAddress(uid),
            answer: 'DECLINED',
            stamp,
          }),
        }),
      )
    expect(await decline('20250301T100000Z')).toMatchObject({ verdict: 'recorded' })
    expect(await decline('20250301T110000Z')).toMatchObject({ verdict: 'recorded' })
    const mails = await db.select().from(outbox).where(eq(outbox.registrationId, guest.id))
    expect(mails).toMatchObject([{ kind: 'decline-asked', recipientEmail: 'Lan@example.org' }])
    expect(await stored(row?.id ?? '')).toMatchObject({ answer: 'declined' })
  })
})
