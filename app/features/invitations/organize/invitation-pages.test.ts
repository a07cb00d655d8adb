import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { invitation, outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { getNoticeInput } from '../domain/invitations.server.ts'
import { planNotices } from '../domain/plan-notices.ts'
import { sendNotices } from '../domain/send-notices.server.ts'
import * as invitationPage from './invitation.tsx'
import * as invitationsPage from './invitation-list.tsx'
import * as link from './link.ts'
import * as renewal from './renewal.ts'
import * as request from './request.ts'
import * as resend from './resend.ts'

const { db } = await testDatabase()

/** An event with one session of three: one was asked, one was not, one has no address. */
async function desk() {
  const body = await organization()
  const made = await event({ hosts: [body], timeZone: 'America/New_York' })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const asked = await person({ name: 'Đặng Hoàng Giang' })
  const [unasked, silent] = [
    await person({ name: 'Vũ Ngọc Tâm' }),
    await person({ name: 'Lan', email: null }),
  ]
  const panel = await session(made, [asked, unasked, silent], { title: { vi: 'Kho phim' } })
  const agenda = await version(made, 1, panel)
  await withTransaction(async (tx) => {
    const heldBack = [{ personId: unasked.id, sessionId: panel.id }]
    const notices = planNotices({ ...(await getNoticeInput(made.id, agenda)), agenda, heldBack })
    await sendNotices(system(), tx, { eventId: made.id, notices })
  })
  const [row] = await db.select().from(invitation).where(eq(invitation.personId, asked.id))
  const address = `http://localhost:3000/organize/events/${made.slug}/agenda/invitations`
  const params = { event: made.slug, invitation: row?.id ?? '' }
  const post = (fields: Record<string, string> = {}) => ({
    request: new Request(address, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields),
    }),
    params,
    context: {},
  })
  const list = async (query = '') => {
    const asking = new Request(address + query, { headers: { Cookie: cookie } })
    return (await invitationsPage.loader({ request: asking, params, context: {} })).data
  }
  const one = async () => {
    const asking = new Request(address, { headers: { Cookie: cookie } })
    return (await invitationPage.loader({ request: asking, params, context: {} })).data
  }
  return { made, panel, unasked, silent, params, post, list, one }
}

const mailsOf = (eventId: string) => db.select().from(outbox).where(eq(outbox.eventId, eventId))

test('the table says who was asked and what is owed, and finds names without marks', async () => {
  const { list } = await desk()
  const page = await list()
  expect(page.rows.map(({ name, state, owed }) => [name, state, owed])).toEqual([
    ['Đặng Hoàng Giang', 'asked', null],
    ['Lan', 'not-asked', 'asked'],
    ['Vũ Ngọc Tâm', 'not-asked', 'asked'],
  ])
  expect(page).toMatchObject({ answered: 0, asked: 1, withoutAddress: 1, total: 3 })
  expect((await list('?q=dang+giang')).rows).toHaveLength(1)
  expect((await list('?q=kho')).rows).toHaveLength(3)
  expect((await list('?state=not-asked&q=tam')).rows).toHaveLength(1)
  expect((await list('?state=nonsense&page=99')).rows).toHaveLength(3)
})

test('a press asks who was not asked; without an address it is refused', async () => {
  const { made, panel, unasked, silent, post, list } = await desk()
  const answer = await request.action(post({ personId: unasked.id, sessionId: panel.id }))
  expect(answer.status).toBe(303)
  expect((await list()).asked).toBe(2)
  expect(await mailsOf(made.id)).toHaveLength(2)
  const nobody = request.action(post({ personId: silent.id, sessionId: panel.id }))
  await expect(nobody).rejects.toMatchObject({ code: 'address-missing' })
  await expect(request.action(post())).rejects.toMatchObject({ kind: 'invalid' })
})

test('an answer by telephone is recorded with its note; a missing one is said at the field', async () => {
  const { post, one, list } = await desk()
  const refused = await invitationPage.action(post({ note: 'Gọi lúc 9 giờ' }))
  expect(refused).toMatchObject({ init: { status: 400 }, data: { values: { note: 'Gọi lúc 9 giờ' } } })
  const answer = await invitationPage.action(post({ answer: 'declined', note: 'Bận họp' }))
  expect(answer).toMatchObject({ status: 303 })
  const { row, answers } = await one()
  expect(row).toMatchObject({ state: 'declined', way: 'organizer', note: 'Bận họp' })
  expect(answers).toMatchObject([{ answer: 'declined', note: 'Bận họp' }])
  expect(await list()).toMatchObject({ answered: 1, asked: 1 })
  expect((await renewal.action(post())).status).toBe(303)
  expect((await one()).row.state).toBe('asked')
})

test('the invitation and the link go again by a press', async () => {
  const { made, post, one } = await desk()
  const { row } = await one()
  expect((await resend.action(post())).status).toBe(303)
  const sent = await link.action(post({ personId: row.personId, invitationId: row.invitationId ?? '' }))
  expect(sent.headers.get('Location')).toContain(`${row.invitationId}?done=link`)
  const kinds = (await mailsOf(made.id)).map(({ kind }) => kind).sort()
  expect(kinds).toEqual(['speaker-asked', 'speaker-asked', 'speaking-link'])
})
