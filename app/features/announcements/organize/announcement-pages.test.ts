import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader as eventPage } from '#app/features/events/event.tsx'
import { action as writeToMany } from '#app/features/registration/organize/selection/write-to-many.ts'
import type { Context } from '#app/shared/context.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import { onPageChange } from '#app/shared/pages/page-changes.server.ts'
import { announcement as announcements, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { announcement } from '#tests/factories/announcements.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as list } from './announcement-list.tsx'
import * as page from './announcement-page.tsx'
import { action as sendTest } from './announcement-test.ts'
import * as fresh from './new-announcement.tsx'
import * as sending from './sending.tsx'
import { action as showing } from './showing.ts'

const { db } = await testDatabase()

type Fields = Record<string, string> | [string, string][]
type Route = (args: ActionFunctionArgs) => unknown
type Answer = { data: Record<string, unknown>; init: { status: number } | null }

const accountOf = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : '')

async function desk() {
  const made = await organizedEvent()
  const cookie = await signInCookieOf({ id: accountOf(made.ctx) })
  const at = (more: Record<string, string>) => ({ event: made.event.slug, ...more })
  const post = async (route: Route, fields: Fields, more: Record<string, string> = {}) =>
    (await route({ request: postForm('/organize', fields, cookie), params: at(more), context: {} })) as
      | Response
      | Answer
  const get = async (route: Route, more: Record<string, string> = {}) =>
    ((await route({ request: getPage('/organize', cookie), params: at(more), context: {} })) as Answer).data
  return { ...made, post, get }
}

const shownDraft = (shown: Record<string, unknown>) =>
  shown.draft as { values: FormValues; base: string; picked: number }
const asForm = (shown: Record<string, unknown>) => {
  const { values, base } = shownDraft(shown)
  return { ...flatten(values), base } as Record<string, string>
}
const location = (answer: Response | Answer) => (answer as Response).headers.get('Location') ?? ''

test('a new draft keeps everything typed, says what is missing, and is saved untouched for nothing', async () => {
  const { event, post, get } = await desk()
  const typed = {
    'subject.vi': '',
    'subject.en': '',
    'text.vi': 'Phòng 2',
    'to.speakers': 'on',
    tie: 'either',
  }
  const refused = (await post(fresh.action, typed)) as Answer
  expect(refused.init?.status).toBe(400)
  expect(refused.data).toMatchObject({
    errors: { subject: { vi: { message: 'announcements.form.subject-missing' } } },
    values: { text: { vi: 'Phòng 2' }, to: { speakers: 'on' } },
  })
  const made = await post(fresh.action, { ...typed, 'subject.vi': 'Đổi phòng', 'states.confirmed': 'on' })
  const [stored] = await db.select().from(announcements).where(eq(announcements.eventId, event.id))
  expect(location(made)).toBe(`/organize/events/${event.slug}/announcements/${stored?.id}`)
  expect(stored?.audience).toMatchObject({ groups: ['speakers'], states: ['confirmed'] })
  const more = { announcement: stored?.id ?? '' }
  const form = asForm(await get(page.loader, more))
  const again = (await post(page.action, form, more)) as Response
  expect([again.status, again.headers.has(nothingChangedHeader)]).toEqual([303, true])
})

test('two who edit one draft keep both changes, and are asked about the same one', async () => {
  const { event, post, get } = await desk()
  const draft = await announcement(event.id)
  const more = { announcement: draft.id }
  const form = asForm(await get(page.loader, more))
  await post(page.action, { ...form, 'states.waitlisted': '', 'text.en': 'Room 3' }, more)
  const merged = (await post(page.action, { ...form, 'to.hosts': 'on' }, more)) as Response
  expect(merged.status).toBe(303)
  const [stored] = await db.select().from(announcements).where(eq(announcements.id, draft.id))
  expect(stored?.audience).toMatchObject({
    groups: ['registered', 'hosts'],
    states: ['pending', 'confirmed', 'offered'],
  })
  expect(stored?.text.en).toBe('Room 3')
  const asked = (await post(page.action, { ...form, 'text.en': 'Room 4' }, more)) as Answer
  expect(asked.init?.status).toBe(409)
  expect(asked.data.conflict).toMatchObject({ differences: [{ field: 'text.en', mine: 'Room 4' }] })
})

test('the look before it goes counts addresses and tells duplicates; the press sends exactly that', async () => {
  const { event, post, get } = await desk()
  await registration(event.guest, { name: 'Lan', email: 'lan@example.org' })
  await registration(event.guest, { name: 'Minh', email: 'minh@example.org', locale: 'en' })
  const draft = await announcement(event.id, { text: { vi: 'Phòng **2**', en: '' } })
  const more = { announcement: draft.id }
  const shown = await get(sending.loader, more)
  expect(shown).toMatchObject({
    counted: { total: 2, named: [{ name: 'Lan' }, { name: 'Minh' }] },
    without: [{ locale: 'en', count: 1 }],
    mails: [
      { group: 'registered', locale: 'vi', count: 1 },
      { group: 'registered', locale: 'en', count: 1 },
    ],
  })
  const [vi] = shown.mails as { text: { subject: string; html: string; text: string } }[]
  expect(vi?.text.subject).toBe(draft.subject.vi)
  expect(vi?.text.html).toContain('<strong>2</strong>')
  expect(vi?.text.text).toContain('/registrations/•••')
  await registration(event.guest, { name: 'Hà', email: 'ha@example.org' })
  const late = (await post(sending.action, { previewed: String(shown.print) }, more)) as Answer
  expect(late.init?.status).toBe(409)
  expect(await db.$count(outbox, eq(outbox.eventId, event.id))).toBe(0)
  const unseen = (await post(sending.action, {}, more)) as Answer
  expect(unseen.init?.status).toBe(409)
  const { print } = await get(sending.loader, more)
  const done = (await post(sending.action, { previewed: String(print) }, more)) as Response
  expect(done.status).toBe(303)
  expect(await db.$count(outbox, eq(outbox.eventId, event.id))).toBe(3)
  const second = (await post(sending.action, { previewed: String(print) }, more)) as Answer
  expect(second.init?.status).toBe(409)
  expect(await get(list)).toMatchObject({ rows: [{ ledger: { recipients: 3, fates: { waiting: 3 } } }] })
  const { sent } = await get(page.loader, more)
  expect(sent).toMatchObject({ ledger: { recipients: 3 }, recipients: [{ fate: 'waiting' }, {}, {}] })
  await expect(post(page.action, {}, more)).rejects.toMatchObject({ code: 'announcement-sent' })
})

test('whoever was ticked in the list gets a draft of their own, in the states they are in', async () => {
  const { event, post, get } = await desk()
  const [lan, left] = [
    await registration(event.guest, { email: 'lan@example.org' }),
    await registration(event.guest, { email: 'left@example.org', state: 'cancelled' }),
  ]
  await registration(event.guest)
  const made = await post(writeToMany, [
    ['id', lan.id],
    ['id', left.id],
  ])
  const id = location(made).split('/').at(-1) ?? ''
  const [stored] = await db.select().from(announcements).where(eq(announcements.id, id))
  expect(stored?.audience).toMatchObject({ onlyPicked: true, states: ['confirmed', 'cancelled'] })
  expect(shownDraft(await get(page.loader, { announcement: id })).picked).toBe(2)
  expect(await get(sending.loader, { announcement: id })).toMatchObject({ counted: { total: 2 }, mails: [] })
  const nobody = (await post(writeToMany, {})) as Answer
  expect(nobody.init?.status).toBe(400)
})

test('readers find what was meant for them too, and what is taken off is gone', async () => {
  const { event, post, get } = await desk()
  await registration(event.guest)
  const draft = await announcement(event.id, { isPublic: true })
  const more = { announcement: draft.id }
  const dropped: string[] = []
  const stop = onPageChange((tags) => dropped.push(...tags))
  const news = async () => {
    const request = getPage(`/en/events/${event.slug}`)
    const params = { lang: 'en', event: event.slug }
    return ((await eventPage({ request, params, context: {} })) as { data: { news: { id: string }[] } }).data
      .news
  }
  expect(await news()).toEqual([])
  const { print } = await get(sending.loader, more)
  await post(sending.action, { previewed: String(print) }, more)
  expect((await news()).map(({ id }) => id)).toEqual([draft.id])
  expect(dropped).toContain(`event:${event.id}`)
  dropped.length = 0
  await post(showing, { isPublic: '' }, more)
  expect(await news()).toEqual([])
  expect(dropped).toContain(`event:${event.id}`)
  const same = (await post(showing, { isPublic: '' }, more)) as Response
  expect(same.headers.has(nothingChangedHeader)).toBe(true)
  stop()
})

test('a test is refused while there is nothing to read', async () => {
  const { event, post } = await desk()
  const draft = await announcement(event.id, { text: { vi: '', en: '' } })
  await expect(post(sendTest, {}, { announcement: draft.id })).rejects.toMatchObject({
    code: 'announcement-unwritten',
  })
})
