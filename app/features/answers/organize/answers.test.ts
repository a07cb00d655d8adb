import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
import { m } from '#app/paraglide/messages.js'
import { inboundMail, invitation, outbox, timeProposal } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { invitedSpeaker } from '#tests/factories/invitations.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { counter, googleReply, rawMail } from '../domain/reply-samples.ts'
import { takeMailIn } from '../domain/take-mail-in.server.ts'
import * as answers from './answers.tsx'
import * as acceptance from './mail-acceptance.ts'
import * as dismissal from './mail-dismissal.ts'
import * as proposalAcceptance from './proposal-acceptance.ts'
import * as proposalRefusal from './proposal-refusal.ts'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const asked = await invitedSpeaker({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const request = (method = 'POST') =>
    new Request('http://localhost:3000/organize', { method, headers: { Cookie: cookie } })
  const args = (more: object = {}, method?: string) => ({
    request: request(method),
    params: { event: asked.event.slug, ...more },
    context: {},
  })
  const page = async () => (await answers.loader(args({}, 'GET'))).data
  const stored = async () =>
    (await db.select().from(invitation).where(eq(invitation.id, asked.invitation.id)))[0]
  const { uid } = asked.invitation
  const { email } = asked.person
  const reply = { uid, attendee: email, organizer: 'o@e.example' }
  const unproven = (calendar: string) => rawMail({ from: email, to: 'answers@events.example.org', calendar })
  return { ...asked, args, page, stored, reply, unproven, email, uid }
}

describe('a held mail', () => {
  it('is accepted once, and counts as if it had been proven', async () => {
    const { args, page, stored, reply, unproven } = await desk()
    await takeMailIn({ raw: unproven(googleReply({ ...reply, answer: 'DECLINED' })), transport: 'smtp' })
    const [held] = (await page()).held
    expect(held).toMatchObject({ name: 'Đặng Hoàng Giang', mayAccept: true })
    await acceptance.action(args({ held: held?.id }))
    expect(await stored()).toMatchObject({ answer: 'declined', answerWay: 'calendar' })
    const after = await page()
    expect([after.held.length, after.recent.length]).toEqual([0, 1])
    await expect(dismissal.action(args({ held: held?.id }))).rejects.toMatchObject({
      code: 'answer-reviewed',
    })
  })

  it('is put aside without changing anything', async () => {
    const { args, page, stored, reply, unproven } = await desk()
    await takeMailIn({ raw: unproven(googleReply({ ...reply, answer: 'DECLINED' })), transport: 'smtp' })
    const [held] = (await page()).held
    await dismissal.action(args({ held: held?.id }))
    expect(await stored()).toMatchObject({ answer: 'needs-action' })
    expect((await page()).held).toEqual([])
  })

  it('counts for whoever was asked, whoever else the file names', async () => {
    const { args, page, reply, unproven, stored } = await desk()
    const calendar = googleReply({ ...reply, answer: 'ACCEPTED' }).replace(
      /ATTENDEE/,
      'ATTENDEE;PARTSTAT=DECLINED:mailto:somebody@example.org\r\nATTENDEE',
    )
    await takeMailIn({ raw: unproven(calendar), transport: 'smtp' })
    const [held] = (await page()).held
    await acceptance.action(args({ held: held?.id }))
    expect(await stored()).toMatchObject({ answer: 'accepted' })
  })

  it('of words alone can only be put aside', async () => {
    const { args, page, uid, email } = await desk()
    const raw = rawMail({ from: email, to: replyAddress(uid), text: 'Tôi bận' })
    await takeMailIn({ raw, transport: 'smtp' })
    const [held] = (await page()).held
    expect(held).toMatchObject({ mayAccept: false, text: 'Tôi bận' })
    await expect(acceptance.action(args({ held: held?.id }))).rejects.toMatchObject({
      code: 'answer-unusable',
    })
  })

  it('says who shall come instead, and of which days somebody thinks', async () => {
    const { args, page, reply, uid, email } = await desk()
    const send = (calendar: string, method: string) =>
      takeMailIn({
        raw: rawMail({ from: email, to: replyAddress(uid), calendar, method }),
        transport: 'smtp',
      })
    const delegate = 'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:huyen@example.org"'
    const other = 'ATTENDEE;CN=Đặng Thái Huyền;PARTSTAT=ACCEPTED:mailto:huyen@example.org\r\nATTENDEE'
    const delegated = googleReply({ ...reply, answer: 'DELEGATED' })
      .replace('PARTSTAT=DELEGATED', delegate)
      .replace('ATTENDEE', other)
    await send(delegated, 'REPLY')
    const days = counter({ ...reply, answer: 'TENTATIVE' }).replace(
      /DTSTART:\w+/,
      'DTSTART;VALUE=DATE:20250312',
    )
    await send(days.replace(/DTEND:\w+/, 'DTEND;VALUE=DATE:20250313'), 'COUNTER')
    const { held } = await page()
    expect(held).toMatchObject([
      {
        says: m['answers.review.says-delegated'](),
        delegate: 'Đặng Thái Huyền (huyen@example.org)',
        mayAccept: false,
      },
      { says: m['answers.review.says-counter'](), wanted: 'Thứ Tư, 12 tháng 3, 2025', mayAccept: false },
    ])
    await expect(acceptance.action(args({ held: held[0]?.id }))).rejects.toMatchObject({
      code: 'answer-unusable',
    })
  })

  it('of another event is not there', async () => {
    const [mine, theirs] = [await desk(), await desk()]
    const raw = theirs.unproven(googleReply({ ...theirs.reply, answer: 'DECLINED' }))
    await takeMailIn({ raw, transport: 'smtp' })
    const [held] = await db.select().from(inboundMail).where(eq(inboundMail.eventId, theirs.event.id))
    await expect(acceptance.action(mine.args({ held: held?.id }))).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('a proposal', () => {
  async function proposed() {
    const at = await desk()
    const raw = rawMail({
      from: at.email,
      to: replyAddress(at.uid),
      method: 'COUNTER',
      calendar: counter({ ...at.reply, answer: 'TENTATIVE' }),
    })
    await takeMailIn({ raw, transport: 'smtp' })
    const [proposal] = (await at.page()).proposals
    return { ...at, proposal: proposal?.id ?? '' }
  }

  it('that is accepted moves the session in the draft, and the speaker hears of it', async () => {
    const { args, proposal, event, invitation: row } = await proposed()
    await proposalAcceptance.action(args({ proposal }))
    const [session] = await listDraftSessions(event.id)
    expect(session).toMatchObject({
      startsAt: '2025-03-11T23:00:00.000Z',
      endsAt: '2025-03-12T01:00:00.000Z',
    })
    const mails = await db.select().from(outbox).where(eq(outbox.invitationId, row.id))
    expect(mails).toMatchObject([{ kind: 'proposal-answered', facts: { proposal: { accepted: true } } }])
    await expect(proposalRefusal.action(args({ proposal }))).rejects.toMatchObject({
      code: 'proposal-decided',
    })
  })

  it('that is refused moves nothing', async () => {
    const { args, proposal, event } = await proposed()
    const before = await listDraftSessions(event.id)
    await proposalRefusal.action(args({ proposal }))
    expect(await listDraftSessions(event.id)).toEqual(before)
    expect(await db.select().from(timeProposal).where(eq(timeProposal.id, proposal))).toMatchObject([
      { state: 'refused' },
    ])
  })
})
