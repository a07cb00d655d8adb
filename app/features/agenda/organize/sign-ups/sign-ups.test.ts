import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { session } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { action, loader } from './sign-ups.tsx'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const talks = [await sessionOf(at), await sessionOf(at), await sessionOf(at)]
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const path = `/organize/events/${at.slug}/agenda/sign-ups`
  const args = (request: Request) => ({ request, params: { event: at.slug }, context: {} })
  const was = async () =>
    (await loader(args(getPage(path, cookie)))).rows.map(({ id, was }): [string, string] => [
      `was.${id}`,
      was,
    ])
  const send = async (fields: [string, string][]) => action(args(postForm(path, fields, cookie)))
  const stored = async () => {
    const rows = await db.select().from(session).where(eq(session.eventId, at.id))
    return talks.map(({ id }) => {
      const row = rows.find((one) => one.id === id)
      return [row?.signUp, row?.capacity]
    })
  }
  return { talks, was, send, stored }
}

test('sign-up is switched on for many sessions in one save, each with its seats', async () => {
  const { talks, was, send, stored } = await desk()
  const [a, b, c] = talks.map(({ id }) => id)
  const fields: [string, string][] = [
    ...(await was()),
    [`on.${a}`, 'on'],
    [`on.${b}`, 'on'],
    [`seats.${b}`, '5'],
    ['all', '30'],
  ]
  expect(await send(fields)).toMatchObject({ status: 303 })
  expect(await stored()).toEqual([
    [true, 30],
    [true, 5],
    [false, null],
  ])
  const again: [string, string][] = [
    ...(await was()),
    [`on.${a}`, 'on'],
    [`seats.${a}`, '30'],
    [`on.${b}`, 'on'],
    [`seats.${b}`, '5'],
    [`seats.${c}`, ''],
  ]
  const same = (await send(again)) as Response
  expect([same.status, same.headers.get('Nothing-Changed')]).toEqual([303, 'yes'])
})

test('a session without seats, and one that somebody else changed, are told and nothing is saved', async () => {
  const { talks, was, send, stored } = await desk()
  const [a] = talks.map(({ id }) => id)
  const open = await was()
  const fields: [string, string][] = [...open, [`on.${a}`, 'on']]
  expect(await send(fields)).toMatchObject({
    init: { status: 400 },
    data: { problem: expect.stringMatching(/\S/) },
  })
  await db
    .update(session)
    .set({ capacity: 7 })
    .where(eq(session.id, a ?? ''))
  expect(await send([...fields, ['all', '30']])).toMatchObject({ init: { status: 409 } })
  expect(await stored()).toEqual([
    [false, 7],
    [false, null],
    [false, null],
  ])
})
