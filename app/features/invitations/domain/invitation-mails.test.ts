import { tmpdir } from 'node:os'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, expect, test } from 'vitest'
import { faultsOf, readCalendar } from '#app/features/calendar/domain/calendar-reading.ts'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { activity, invitation, invitationAnswer, outbox, person as people } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { calendarParts, openMailbox } from '#tests/mailbox.ts'
import { askSpeaker, inviteAgain } from './ask-speaker.server.ts'
import { getNoticeInput } from './invitations.server.ts'
import { planNotices } from './plan-notices.ts'
import { recordAnswer } from './record-answer.server.ts'
import { replyAddress } from './reply-address.server.ts'
import { resendInvitation } from './resend-invitation.server.ts'
import { sendNotices } from './send-notices.server.ts'
import { sendSpeakingLink } from './send-speaking-link.server.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
process.env.MAIL_FROM = 'Bàn Tròn <mail@ban-tron.example>'
process.env.REPLY_ADDRESS = 'answers@ban-tron.example'
process.env.SMTP_URL = mailbox.url
forgetEnv()

afterEach(() => {
  mailbox.mails.length = 0
})
afterAll(() => mailbox.close())

/** Everything that waits is sent; answers the calendar files that came to an address, as a reader understands them. */
async function deliver(address: string) {
  const transport = openTransport({ root: tmpdir() })
  while ((await sendDueMail({ transport })).sent > 0);
  transport.close()
  return mailbox.to(address).map((mail) => {
    const [part] = calendarParts(mail)
    const text = part?.text ?? ''
    if (part) expect(faultsOf(text)).toEqual([])
    const read = part && readCalendar(text)
    return { mail, text, method: read?.method, entry: read?.events[0] }
  })
}

async function tell(ctx: Parameters<typeof sendNotices>[0], eventId: string, agenda: PublishedAgenda) {
  return withTransaction(async (tx) => {
    const notices = planNotices({ ...(await getNoticeInput(eventId, agenda)), agenda })
    return sendNotices(ctx, tx, { eventId, notices, number: 1 })
  })
}

const invitationOf = async (personId: string) => {
  const [row] = await db.select().from(invitation).where(eq(invitation.personId, personId))
  if (!row) throw new Error('No invitation')
  return row
}

test('asked, changed, cancelled, asked again: one UID and ORGANIZER, a rising SEQUENCE, nobody else in it', async () => {
  const { ctx, event } = await organizedEvent()
  const [tam, lan] = [await person({ name: 'Vũ Ngọc Tâm', locale: 'en' }), await person()]
  const panel = await session(event, [tam, lan])
  const first = await version(event, 1, panel)
  await tell(ctx, event.id, first)
  await tell(ctx, event.id, await version(event, 2, { ...panel, roomId: 'r2' }))
  await tell(ctx, event.id, await version(event, 3, { ...panel, appearances: panel.appearances.slice(1) }))
  await tell(ctx, event.id, await version(event, 4, panel))
  const files = await deliver(tam.email ?? '')
  const { uid } = await invitationOf(tam.id)
  expect(files.map(({ method, entry }) => [method, entry?.sequence])).toEqual([
    ['REQUEST', 0],
    ['REQUEST', 1],
    ['CANCEL', 2],
    ['REQUEST', 3],
  ])
  for (const { mail, entry, text } of files) {
    expect(entry).toMatchObject({ uid, title: panel.title.en, startsAt: panel.startsAt })
    expect(entry?.organizer).toMatchObject([{ address: `mailto:${replyAddress(uid)}` }])
    expect(entry?.attendees).toMatchObject([{ cn: tam.name, address: `mailto:${tam.email}` }])
    expect(mail.replyTo?.[0]?.address).toBe(replyAddress(uid))
    expect(text + mail.raw).not.toContain(lan.email)
  }
  expect(replyAddress(uid)).toMatch(/^answers\+[a-z2-7]{26}@ban-tron\.example$/)
  expect(files.map(({ entry }) => entry?.status)).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    'CANCELLED',
    'CONFIRMED',
  ])
  expect(files[0]?.entry?.attendees[0]).toMatchObject({ partstat: 'NEEDS-ACTION', rsvp: 'TRUE' })
  expect(files[1]?.mail.text).toContain('New place: Room 2')
  expect(files[1]?.mail.text).toContain('Place before: Room 1')
  expect(files[0]?.mail.subject).toContain('Invitation: ')
})

test('an answer is kept while time and place stay, and asked for again when they move', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person()
  const panel = await session(event, [tam])
  await tell(ctx, event.id, await version(event, 1, panel))
  const { id } = await invitationOf(tam.id)
  await recordAnswer(ctx, { invitationId: id, answer: 'accepted', way: 'page', note: 'Vâng' })
  await tell(ctx, event.id, await version(event, 2, { ...panel, title: { vi: 'Tên mới' } }))
  expect(await invitationOf(tam.id)).toMatchObject({ answer: 'accepted', answerWay: 'page', sequence: 1 })
  await tell(ctx, event.id, await version(event, 3, { ...panel, roomId: 'r2' }))
  expect(await invitationOf(tam.id)).toMatchObject({ answer: 'needs-action', answeredAt: null, sequence: 2 })
  const partstats = (await deliver(tam.email ?? '')).map(({ entry }) => entry?.attendees[0])
  expect(partstats).toMatchObject([
    { partstat: 'NEEDS-ACTION' },
    { partstat: 'ACCEPTED' },
    { partstat: 'NEEDS-ACTION' },
  ])
})

test('the assistant gets the same entry to look at, under a link of their own; links stay out of the kept text', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person({ assistantEmail: 'office@example.org', name: 'Vũ Ngọc Tâm' })
  await tell(ctx, event.id, await version(event, 1, await session(event, [tam])))
  const [own] = await deliver(tam.email ?? '')
  const [copy] = await deliver('office@example.org')
  expect(own?.text).toContain('METHOD:REQUEST')
  expect(copy?.text).toContain('METHOD:PUBLISH')
  expect(copy?.text).not.toMatch(/ATTENDEE|ORGANIZER/)
  expect(copy?.entry).toMatchObject({ uid: own?.entry?.uid, sequence: own?.entry?.sequence })
  expect(copy?.mail.text).toContain('trả lời thay Vũ Ngọc Tâm')
  const linkIn = (text = '') => /\/speaking\/([\w-]{43})/.exec(text)?.[1] ?? ''
  const links = [linkIn(own?.mail.text), linkIn(copy?.mail.text)]
  expect(new Set(links).size).toBe(2)
  expect(copy?.mail.text).toContain('trợ lý của Vũ Ngọc Tâm')
  const kept = await db.select().from(outbox).where(eq(outbox.eventId, event.id))
  for (const link of links) {
    expect(link).not.toBe('')
    expect(JSON.stringify(kept)).not.toContain(link)
  }
})

test('a resend is the same file, byte for byte, at the address the person has now', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person()
  await tell(ctx, event.id, await version(event, 1, await session(event, [tam])))
  const { id } = await invitationOf(tam.id)
  await resendInvitation(ctx, { eventId: event.id, invitationId: id })
  const [first, again] = await deliver(tam.email ?? '')
  expect(again?.text).toBe(first?.text)
  expect(again?.mail.messageId).not.toBe(first?.mail.messageId)
  await db.update(people).set({ email: 'neu@example.org' }).where(eq(people.id, tam.id))
  await resendInvitation(ctx, { eventId: event.id, invitationId: id })
  const [moved] = await deliver('neu@example.org')
  expect(moved?.entry).toMatchObject({ sequence: 0, attendees: [{ address: 'mailto:neu@example.org' }] })
  expect(await invitationOf(tam.id)).toMatchObject({ email: 'neu@example.org', sequence: 0 })
})

test('whoever was held back, or has an address only now, is asked from the list', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person({ email: null })
  const panel = await session(event, [tam])
  const agenda = await version(event, 1, panel)
  expect(await tell(ctx, event.id, agenda)).toEqual({ told: 0 })
  const pair = { eventId: event.id, personId: tam.id, sessionId: panel.id }
  await expect(askSpeaker(ctx, pair)).rejects.toMatchObject({ code: 'address-missing' })
  await db.update(people).set({ email: 'late@example.org' }).where(eq(people.id, tam.id))
  expect(await askSpeaker(ctx, pair)).toBe('asked')
  await expect(askSpeaker(ctx, pair)).rejects.toMatchObject({ code: 'invitation-current' })
  expect(await deliver('late@example.org')).toHaveLength(1)
})

test('who declined is asked again; whose answer stands is not', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person()
  await tell(ctx, event.id, await version(event, 1, await session(event, [tam])))
  const { id: invitationId } = await invitationOf(tam.id)
  const again = () => inviteAgain(ctx, { eventId: event.id, invitationId })
  await expect(again()).rejects.toMatchObject({ code: 'invitation-stands' })
  await recordAnswer(ctx, { invitationId, answer: 'declined', way: 'organizer', note: 'Bận họp' })
  expect(await invitationOf(tam.id)).toMatchObject({ answer: 'declined', answerNote: 'Bận họp' })
  expect(await again()).toBe('asked')
  expect(await invitationOf(tam.id)).toMatchObject({ answer: 'needs-action', answerNote: null, sequence: 1 })
  const history = await db
    .select()
    .from(invitationAnswer)
    .where(eq(invitationAnswer.invitationId, invitationId))
  expect(history).toMatchObject([{ answer: 'declined', way: 'organizer', note: 'Bận họp' }])
  const verbs = await db.select({ verb: activity.verb }).from(activity).where(eq(activity.subjectId, tam.id))
  expect(verbs.map(({ verb }) => verb)).toEqual(['invitation.answered', 'invitation.sent'])
})

test('repeated answers change nothing, and nobody answers what was taken back', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person()
  const panel = await session(event, [tam])
  await tell(ctx, event.id, await version(event, 1, panel))
  const { id: invitationId } = await invitationOf(tam.id)
  const given = { invitationId, answer: 'accepted', way: 'page' } as const
  expect(await recordAnswer(ctx, given)).toBe('recorded')
  expect(await recordAnswer(ctx, given)).toBe('repeated')
  await tell(ctx, event.id, await version(event, 2, { ...panel, appearances: [] }))
  expect(await recordAnswer(ctx, { ...given, answer: 'declined' })).toBe('cancelled')
  const answers = await db
    .select()
    .from(invitationAnswer)
    .where(eq(invitationAnswer.invitationId, invitationId))
  expect(answers).toHaveLength(1)
})

test('an event that is called off takes back every invitation, once each', async () => {
  const { ctx, event } = await organizedEvent()
  const tam = await person()
  const [one, two] = [await session(event, [tam]), await session(event, [tam])]
  await tell(ctx, event.id, await version(event, 1, one, two))
  await deliver(tam.email ?? '')
  mailbox.mails.length = 0
  await cancelEvent(ctx, { eventId: event.id, reason: 'Bão lớn' })
  const files = await deliver(tam.email ?? '')
  expect(files.map(({ method, entry }) => [method, entry?.sequence])).toEqual([
    ['CANCEL', 1],
    ['CANCEL', 1],
  ])
  expect(files[0]?.mail.text).toContain('Bão lớn')
  const { id: invitationId } = await invitationOf(tam.id)
  await expect(inviteAgain(ctx, { eventId: event.id, invitationId })).rejects.toMatchObject({
    code: 'event-cancelled',
  })
})

test('hostile names and titles reach nobody else and break no file', async () => {
  const { ctx, event } = await organizedEvent()
  const name = 'x":mailto:evil@evil.example;X="\r\nATTENDEE:mailto:evil@evil.example'
  const tam = await person({ name })
  const title = {
    vi: 'A\r\nATTENDEE:mailto:evil@evil.example\r\n\u0000\u202e"; 🎬,'.replaceAll('\u0000', ''),
  }
  await tell(ctx, event.id, await version(event, 1, await session(event, [tam], { title })))
  const [file] = await deliver(tam.email ?? '')
  expect(file?.mail.recipients).toEqual([tam.email])
  expect(file?.entry?.attendees).toMatchObject([{ address: `mailto:${tam.email}` }])
  expect(file?.entry?.inside).toBe(0)
  expect(file?.mail.subject).not.toContain('\n')
})

test('the link to the speaker’s page goes to the speakers of this event only', async () => {
  const { ctx, event } = await organizedEvent()
  const [tam, stranger] = [await person({ assistantEmail: 'help@example.org' }), await person()]
  await session(event, [tam])
  await sendSpeakingLink(ctx, { eventId: event.id, personId: tam.id })
  const [own] = await deliver(tam.email ?? '')
  expect(own?.mail.text).toMatch(/\/speaking\/[\w-]{43}/)
  expect(await deliver('help@example.org')).toHaveLength(1)
  const toStranger = sendSpeakingLink(ctx, { eventId: event.id, personId: stranger.id })
  await expect(toStranger).rejects.toMatchObject({ code: 'person-missing' })
})

test('nobody from another organization asks, resends or answers', async () => {
  const { ctx, event } = await organizedEvent()
  const other = await organizedEvent()
  const tam = await person()
  await tell(ctx, event.id, await version(event, 1, await session(event, [tam])))
  const { id: invitationId } = await invitationOf(tam.id)
  const foreign = signedIn({
    id: other.ctx.actor.kind === 'account' ? other.ctx.actor.accountId : '',
    name: 'X',
    email: 'x@example.org',
  })
  const answer = { invitationId, answer: 'declined', way: 'organizer' } as const
  await expect(recordAnswer(foreign, answer)).rejects.toMatchObject({ kind: 'missing' })
  await expect(resendInvitation(foreign, { eventId: event.id, invitationId })).rejects.toThrow()
  const elsewhere = { eventId: other.event.id, invitationId }
  await expect(resendInvitation(other.ctx, elsewhere)).rejects.toMatchObject({ code: 'invitation-missing' })
})

test.each([
  ['an event that nobody can open yet', null],
  ['a public event', new Date('2025-01-01T00:00Z')],
])('the calendar entry of %s leads where it can', async (_, publishedAt) => {
  const { ctx, event } = await organizedEvent({ publishedAt })
  const lan = await person({ locale: 'en' })
  await tell(ctx, event.id, await version(event, 1, await session(event, [lan])))
  const [asked] = await deliver(lan.email ?? '')
  const page = `http://localhost:3000/en/events/${event.slug}`
  expect(asked?.entry).toMatchObject(
    publishedAt
      ? { url: page, description: `${event.title.en}\n${page}` }
      : { url: null, description: event.title.en },
  )
})
