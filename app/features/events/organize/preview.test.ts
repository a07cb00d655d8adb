import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { loader as publicLoader } from '#app/features/events/event.tsx'
import { event as events, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as overviewLoader } from './event-overview.tsx'
import { loader as previewLoader } from './preview.tsx'

const { db } = await testDatabase()

test('organizers of an unpublished event see its public page; strangers and readers do not', async () => {
  const { event, ctx } = await organizedEvent({ publishedAt: null })
  const own = await signInCookieOf({ id: ctx.actor.kind === 'account' ? ctx.actor.accountId : '' })
  const other = await signInCookieOf(await memberOf(await organization(), 'admin'))
  const params = { event: event.slug }
  const look = (cookie: string, lang = 'en') =>
    previewLoader({ request: getPage(`/organize?lang=${lang}`, cookie), params, context: {} })
  const missing = { code: 'event-missing' }

  const { data: shown } = await look(own)
  expect(shown.event).toMatchObject({ slug: event.slug, publishedAt: null })
  expect(shown.title).toMatch(/^Preview of the public page · /)
  expect((await look(own, 'vi')).data.title).toMatch(/^Xem trước trang công khai · /)
  await expect(look(other)).rejects.toMatchObject(missing)
  await expect(look('')).rejects.toMatchObject({ status: 302 })
  const request = getPage(`/en/events/${event.slug}`)
  await expect(
    publicLoader({ request, params: { ...params, lang: 'en' }, context: {} }),
  ).rejects.toMatchObject(missing)
})

test('the overview says how many sessions lie outside the time of the event', async () => {
  const { event, ctx } = await organizedEvent()
  const cookie = await signInCookieOf({ id: ctx.actor.kind === 'account' ? ctx.actor.accountId : '' })
  const things = async () => {
    const request = getPage('/organize', cookie)
    const { data } = await overviewLoader({ request, params: { event: event.slug }, context: {} })
    return data.things.find(({ kind }) => kind === 'outside')?.count ?? 0
  }
  const at = (from: number, to: number) => ({
    startsAt: new Date(event.startsAt.getTime() + from * 60_000),
    endsAt: new Date(event.startsAt.getTime() + to * 60_000),
  })
  const add = (slot: object) =>
    addSession(system(), { eventId: event.id, kind: 'talk', title: { vi: 'Phiên' }, ...slot })
  await add(at(0, 30))
  await add(at(20, 40))
  await add(at(40, 60))
  await add({})
  expect(await things()).toBe(0)
  const { startsAt, endsAt } = at(20, 59)
  await db.update(events).set({ startsAt, endsAt }).where(eq(events.id, event.id))
  expect(await things()).toBe(2)
})

test('mails that are stuck are said once on the overview', async () => {
  const { event, ctx } = await organizedEvent()
  const cookie = await signInCookieOf({ id: ctx.actor.kind === 'account' ? ctx.actor.accountId : '' })
  await db.insert(outbox).values({
    eventId: event.id,
    kind: 'received',
    locale: 'vi',
    recipientName: 'A',
    recipientEmail: 'a@example.org',
    messageId: crypto.randomUUID(),
    state: 'failed',
  })
  const request = getPage('/organize', cookie)
  const { data } = await overviewLoader({ request, params: { event: event.slug }, context: {} })
  expect(data.things).toContainEqual(expect.objectContaining({ kind: 'mail', count: 1 }))
  expect(data.saysStuckMails).toBe(true)
})
