import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { act, activity, guestCategory, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as csv } from '../export/registrations-csv.ts'
import { loader as list } from '../registration-list.tsx'
import { action as approve } from './approve-many.ts'
import { action as decline } from './decline-many.ts'
import { action as move } from './move-many.ts'
import type { SelectionAnswer } from './selection-action.server.ts'
import { action as tag } from './tag-many.ts'
import { action as untag } from './untag-many.ts'

const { db } = await testDatabase()

let on: Awaited<ReturnType<typeof desk>>
async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const press = await category(at, { code: 'press', capacity: 1, position: 2 })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale: 'en' }))
  return { at, press, cookie, path: `/organize/events/${at.slug}/registrations` }
}
beforeEach(async () => {
  on = await desk()
})

const args = (request: Request) => ({ request, params: { event: on.at.slug }, context: {} })
const guests = async (...states: RegistrationState[]) => {
  const rows = []
  for (const state of states) rows.push(await registration(on.at.guest, { state }))
  return rows
}
const chosen = (rows: { id: string }[]): [string, string][] => rows.map(({ id }) => ['id', id])
type Action = typeof approve
const sent = async (action: Action, fields: [string, string][]) =>
  action(args(postForm(`${on.path}/selection/x`, fields, on.cookie)))
const shown = async (action: Action, fields: [string, string][]) =>
  ((await sent(action, fields)) as { data: SelectionAnswer }).data
/** The preview, answered as it stands. */
async function done(action: Action, fields: [string, string][]) {
  const { shown: preview } = await shown(action, fields)
  return sent(action, [...fields, ['previewed', preview?.preview.print ?? '']])
}
const statesOf = async (rows: { id: string }[]) => {
  const stored = await db.select().from(registrations).where(eq(registrations.eventId, on.at.id))
  return rows.map(({ id }) => stored.find((row) => row.id === id)?.state)
}
const mailsOf = (kind: 'confirmed' | 'declined') =>
  db.$count(outbox, and(eq(outbox.eventId, on.at.id), eq(outbox.kind, kind)))

describe('approving the chosen', () => {
  test('is shown first: what they get, who is mailed, who is left out and why', async () => {
    const rows = await guests('pending', 'pending', 'confirmed', 'cancelled')
    const answer = await shown(approve, chosen(rows))
    expect(answer.shown?.outcome).toEqual({
      states: [{ state: 'confirmed', count: 2 }],
      changed: 2,
      skipped: [
        { why: 'confirmed', names: [rows[2]?.name] },
        { why: 'cancelled', names: [rows[3]?.name] },
      ],
    })
    expect(answer.shown?.preview).toMatchObject({ mails: 2 })
    expect(await statesOf(rows)).toEqual(['pending', 'pending', 'confirmed', 'cancelled'])
  })

  test('is done when answered, once, and taken back in one press', async () => {
    const rows = await guests('pending', 'pending', 'pending')
    const answer = (await done(approve, chosen(rows))) as Response
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, on.path])
    expect(await statesOf(rows)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(await mailsOf('confirmed')).toBe(3)
    const [made] = await db.select().from(act).where(eq(act.eventId, on.at.id))
    expect(made).toMatchObject({ verb: 'registration.many-approved', mails: 3 })
    await undoAct(system(), made?.id ?? '')
    expect(await statesOf(rows)).toEqual(['pending', 'pending', 'pending'])
    expect(await mailsOf('confirmed')).toBe(0)
  })

  test('takes all that the filter lets through, and leads back to it', async () => {
    const rows = await guests('pending', 'pending', 'declined')
    const filter: [string, string][] = [
      ['all', 'on'],
      ['state', 'pending'],
    ]
    const answer = (await done(approve, filter)) as Response
    expect(answer.headers.get('Location')).toBe(`${on.path}?state=pending`)
    expect(await statesOf(rows)).toEqual(['confirmed', 'confirmed', 'declined'])
  })

  test('asks again when somebody else came between the preview and its answer', async () => {
    const rows = await guests('pending', 'pending')
    const { shown: preview } = await shown(approve, chosen(rows))
    await db
      .update(registrations)
      .set({ email: 'new@example.org' })
      .where(eq(registrations.id, rows[0]?.id ?? ''))
    const answer = await shown(approve, [...chosen(rows), ['previewed', preview?.preview.print ?? '']])
    expect(answer.shown?.outcome.changed).toBe(2)
    expect(await statesOf(rows)).toEqual(['pending', 'pending'])
  })

  test('touches nobody of another event, and says when nobody is chosen', async () => {
    const other = await registration((await event()).guest, { state: 'pending' })
    for (const fields of [chosen([other]), []]) {
      expect(await sent(approve, fields)).toMatchObject({
        init: { status: 400 },
        data: { refusal: expect.stringMatching(/\S/), shown: null },
      })
    }
    expect(await sent(approve, [['id', 'x']])).toMatchObject({ init: { status: 400 } })
  })
})

test('the chosen are declined with one reason in each mail', async () => {
  const rows = await guests('pending', 'waitlisted', 'confirmed')
  const fields: [string, string][] = [...chosen(rows), ['reason', 'Hết chỗ']]
  expect(await done(decline, fields)).toMatchObject({ status: 303 })
  expect(await statesOf(rows)).toEqual(['declined', 'declined', 'confirmed'])
  const mails = await db.select().from(outbox).where(eq(outbox.kind, 'declined'))
  expect(mails.map(({ facts }) => facts)).toMatchObject([{ reason: 'Hết chỗ' }, { reason: 'Hết chỗ' }])
})

test('the chosen are moved while there are seats', async () => {
  const rows = await guests('confirmed', 'confirmed', 'pending')
  const fields: [string, string][] = [...chosen(rows), ['to', 'press']]
  const answer = await shown(move, fields)
  expect(answer.shown?.outcome.skipped).toEqual([{ why: 'full', names: [rows[1]?.name] }])
  expect(await done(move, fields)).toMatchObject({ status: 303 })
  const [press] = await db.select().from(guestCategory).where(eq(guestCategory.id, on.press.id))
  expect(press).toMatchObject({ confirmed: 1, pending: 1 })
  expect(await sent(move, [...chosen(rows), ['to', 'nowhere']])).toMatchObject({ init: { status: 400 } })
})

test('the chosen get tags and lose them, without a mail; the list finds them by one', async () => {
  const rows = await guests('confirmed', 'pending')
  const fields: [string, string][] = [...chosen(rows), ['tags', 'Bus, dinner']]
  expect(await done(tag, fields)).toMatchObject({ status: 303 })
  expect(await db.$count(outbox, eq(outbox.eventId, on.at.id))).toBe(0)
  const names = async (query: string) =>
    (await list(args(getPage(`${on.path}${query}`, on.cookie)))).rows.map(({ tags }) => tags)
  expect(await names('?tag=bus')).toEqual([
    ['Bus', 'dinner'],
    ['Bus', 'dinner'],
  ])
  expect((await shown(tag, fields)).shown?.outcome).toMatchObject({ changed: 0, skipped: [{ why: 'same' }] })
  expect(await done(untag, [...chosen(rows.slice(0, 1)), ['tags', 'BUS']])).toMatchObject({ status: 303 })
  expect(await names('?tag=bus')).toEqual([['Bus', 'dinner']])
  expect(await db.$count(activity, eq(activity.subjectId, rows[0]?.id ?? ''))).toBe(2)
  expect(await sent(tag, [...chosen(rows), ['tags', ' , ']])).toMatchObject({ init: { status: 400 } })
})

test('only the chosen are downloaded, or all that match when all are meant', async () => {
  const rows = await guests('confirmed', 'confirmed', 'pending')
  const lines = async (query: string) => {
    const answer = await csv(args(getPage(`${on.path}.csv?${query}`, on.cookie)))
    return (await answer.text()).trim().split('\r\n').length - 1
  }
  expect(await lines(`id=${rows[0]?.id}&id=${rows[2]?.id}`)).toBe(2)
  expect(await lines(`id=${rows[0]?.id}&all=on&state=confirmed`)).toBe(2)
  expect(await lines('')).toBe(3)
})
