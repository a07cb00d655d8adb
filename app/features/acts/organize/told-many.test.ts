import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action as askForWordsAction } from '#app/features/notes/organize/words/words-requests.tsx'
import { listHosts } from '#app/features/organizations/domain/organizations.server.ts'
import { seatHost } from '#app/features/organizations/domain/seat-host.server.ts'
import { action as withdrawHostAction } from '#app/features/organizations/organize/host-withdrawal.tsx'
import { write } from '#app/shared/i18n/translated-text.ts'
import { act, outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event, organizedEvent } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { undoAct } from '../domain/undo-act.server.ts'
import { loader as actLoader } from './act.tsx'

const { db } = await testDatabase()

type Shown = { data: { preview: { print: string; mails: number; people: { key: string; email: string }[] } } }

test('a body that leaves shows which of its admins are told, leads on, and comes back when undone', async () => {
  const of = await event()
  const body = await organization()
  const [admin, other] = [await memberOf(body, 'admin'), await memberOf(body, 'admin')]
  await withTransaction((tx) => seatHost(system(), tx, { eventId: of.id, organizationId: body.id }))
  const cookie = await signInCookieOf(admin)
  const params = { event: of.slug, organization: body.slug }
  const call = (fields: Record<string, string>) =>
    withdrawHostAction({ request: postForm('/organize', fields, cookie), params, context: {} })
  const isHost = async () => (await listHosts(of.id)).some((one) => one.organizationId === body.id)
  const told = async () => (await db.select().from(outbox)).map((mail) => mail.recipientEmail)

  const shown = (await call({})) as Shown
  const people = shown.data.preview.people
  expect(people.map(({ email }) => email).sort()).toEqual([admin.email, other.email].sort())
  expect([await isHost(), await told()]).toEqual([true, []])
  const key = people.find(({ email }) => email === other.email)?.key
  const hold = { [`hold.${key}`]: 'on', [`why.${key}`]: 'was at the meeting' }
  const done = (await call({ previewed: shown.data.preview.print, ...hold })) as Response
  const [left] = await db.select().from(act).where(eq(act.eventId, of.id))
  expect(done.status).toBe(303)
  expect(done.headers.get('Location')).toBe(`/organize/acts/${left?.id}`)
  expect([await isHost(), await told()]).toEqual([false, [admin.email]])

  const request = getPage('/organize', cookie)
  const page = await actLoader({ request, params: { act: left?.id ?? '' }, context: {} })
  expect(page.data).toMatchObject({ state: 'open', back: '/organize', outbox: null })
  await undoAct(signedIn(admin), left?.id ?? '')
  expect([await isHost(), await told()]).toEqual([true, []])
})

test('asking many for their words is shown first, and counts as an attempt only when it is done', async () => {
  const { event: of, ctx } = await organizedEvent()
  const speakers = [await person(), await person()]
  const talk = await session(of, speakers)
  for (const { id } of speakers) {
    await noteOf(of, { kind: 'quote', personId: id, sessionId: talk.id, text: write({ vi: 'Chào' }) })
  }
  const cookie = await signInCookieOf({ id: ctx.actor.kind === 'account' ? ctx.actor.accountId : '' })
  const mails = () => db.select().from(outbox).where(eq(outbox.eventId, of.id))
  const call = (previewed = '') => {
    const people = speakers.map(({ id }): [string, string] => ['people', id])
    const request = postForm('/organize', [...people, ['previewed', previewed]], cookie)
    return askForWordsAction({ request, params: { event: of.slug }, context: {} })
  }
  for (let n = 0; n < 5; n++) expect(((await call()) as Shown).data.preview.mails).toBe(2)
  expect(await mails()).toEqual([])
  const { print } = ((await call()) as Shown).data.preview
  for (let n = 0; n < 3; n++) expect(await call(print)).toMatchObject({ status: 303 })
  expect(await mails()).toHaveLength(6)
  await expect(call(print)).rejects.toMatchObject({ code: 'too-many' })
  expect(await mails()).toHaveLength(6)
})

test('whom a host did not write to of its guests is told to no neighbour, who may take the same back', async () => {
  const [body, neighbour] = [await organization(), await organization()]
  const of = await event({ hosts: [body, neighbour] })
  const [own, other] = [await memberOf(body, 'admin'), await memberOf(neighbour, 'admin')]
  const heldBack = [{ name: 'Lan', email: 'lan@example.org', reason: 'was told by phone' }]
  const done = { eventId: of.id, accountId: own.id, actorName: 'An', heldUntil: new Date(), heldBack }
  const [asked] = await db
    .insert(act)
    .values({ ...done, verb: 'quota.invited' })
    .returning()
  const shown = async (account: typeof own) => {
    const request = getPage('/organize', await signInCookieOf(account))
    return (await actLoader({ request, params: { act: asked?.id ?? '' }, context: {} })).data.act.heldBack
  }
  expect(await shown(own)).toEqual([{ name: 'Lan', reason: 'was told by phone' }])
  expect(await shown(other)).toEqual([])
})
