import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personalPath } from '#app/features/registration/domain/links/personal-link.server.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { addressChange, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as detail } from '../one-registration.tsx'
import { action as correct, loader as correction } from './correction.tsx'
import { loader as addressPage, action as askAddress } from './guest-address.tsx'
import { loader as linkPage } from './guest-link.tsx'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const row = await registration(at.guest, { name: 'Lan' })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale: 'en' }))
  const path = `/organize/events/${at.slug}/registrations/${row.id}`
  return { at, body, row, cookie, path }
}
type Desk = Awaited<ReturnType<typeof desk>>

const args = ({ at, row }: Desk, request: Request) => ({
  request,
  params: { event: at.slug, registration: row.id },
  context: {},
})
const opened = async (on: Desk, query = '') =>
  (await correction(args(on, getPage(`${on.path}/correction${query}`, on.cookie)))).data
const sent = (on: Desk, fields: Record<string, string>, query = '') =>
  correct(args(on, postForm(`${on.path}/correction${query}`, fields, on.cookie)))
const formOf = async (on: Desk) => {
  const { values, base } = await opened(on)
  return { ...flatten(values), base }
}

describe('the correction of a guest', () => {
  test('is saved, leads back to the guest, and keeps the list one came from', async () => {
    const on = await desk()
    const back = `?${new URLSearchParams({ back: 'state=pending&evil=1' })}`
    expect((await opened(on, back)).page).toMatchObject({
      list: `/organize/events/${on.at.slug}/registrations?state=pending`,
    })
    const fields = { ...(await formOf(on)), name: 'Lan Anh', tags: 'bus, dinner', vip: 'on' }
    const done = (await sent(on, fields, back)) as Response
    expect(done.status).toBe(303)
    expect(done.headers.get('Location')).toBe(`${on.path}?back=state%3Dpending`)
    const page = await detail(args(on, getPage(`${on.path}?back=state%3Dpending`, on.cookie)))
    expect(page.registration).toMatchObject({ name: 'Lan Anh', isVip: true, tags: ['bus', 'dinner'] })
    expect(page.place.list).toBe(`/organize/events/${on.at.slug}/registrations?state=pending`)
    expect(page.history?.[0]?.changed).toContainEqual(expect.objectContaining({ from: 'Lan', to: 'Lan Anh' }))
  })

  test('merges with what another organizer saved, and asks where both wrote', async () => {
    const on = await desk()
    const [mine, theirs] = [await formOf(on), await formOf(on)]
    await sent(on, { ...theirs, name: 'Lan Chi', note: 'Ngồi xe lăn' })
    expect(await sent(on, { ...mine, organization: 'VFDA' })).toMatchObject({ status: 303 })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, on.row.id))
    expect(row).toMatchObject({ name: 'Lan Chi', affiliation: 'VFDA', note: 'Ngồi xe lăn' })
    const asked = await sent(on, { ...mine, name: 'Lan Anh', note: 'Ngồi xe lăn' })
    expect(asked).toMatchObject({
      init: { status: 409 },
      data: { conflict: { differences: [{ field: 'name', mine: 'Lan Anh', theirs: 'Lan Chi' }] } },
    })
  })

  test('is refused at the field, with everything typed', async () => {
    const on = await desk()
    const fields = { ...(await formOf(on)), name: ' ', tags: 'x'.repeat(41) }
    expect(await sent(on, fields)).toMatchObject({
      init: { status: 400 },
      data: {
        errors: { name: {}, tags: { message: 'registration.guest.tag-long' } },
        values: { tags: fields.tags },
      },
    })
  })
})

describe('another address', () => {
  test('is asked for by a link to it, shown until it is proved', async () => {
    const on = await desk()
    const post = (email: string) => askAddress(args(on, postForm(`${on.path}/address`, { email }, on.cookie)))
    expect(await post('lan@new.example')).toMatchObject({ status: 303 })
    const [mail] = await db.select().from(outbox).where(eq(outbox.registrationId, on.row.id))
    expect(mail).toMatchObject({ kind: 'address-asked', recipientEmail: 'lan@new.example' })
    const [row] = await db.select().from(registrations).where(eq(registrations.id, on.row.id))
    expect(row?.email).toBe(on.row.email)
    const { data } = await addressPage(args(on, getPage(`${on.path}/address`, on.cookie)))
    expect(data.asked).toMatchObject({ email: 'lan@new.example' })
    expect(await post('lan@newer.example')).toMatchObject({ status: 303 })
    const links = await db
      .select()
      .from(addressChange)
      .where(eq(addressChange.registrationId, on.row.id))
      .orderBy(desc(addressChange.createdAt))
    expect(links.filter(({ usedAt }) => usedAt === null).map(({ email }) => email)).toEqual([
      'lan@newer.example',
    ])
  })

  test('that is registered already leads to who has it', async () => {
    const on = await desk()
    const other = await registration(on.at.guest)
    const request = postForm(`${on.path}/address`, { email: other.email.toUpperCase() }, on.cookie)
    expect(await askAddress(args(on, request))).toMatchObject({
      init: { status: 409 },
      data: { existing: expect.stringContaining(other.id), errors: { email: {} } },
    })
    expect(await db.$count(outbox, eq(outbox.registrationId, on.row.id))).toBe(0)
  })
})

describe('the personal link', () => {
  const open = async (on: Desk, role: MemberRole) => {
    const cookie = await signInCookieOf(await memberOf(on.body, role))
    return linkPage(args(on, getPage(`${on.path}/link`, cookie)))
  }

  test('is the one that the guest has, never stored by a browser', async () => {
    const on = await desk()
    const { data, init } = await open(on, 'organizer')
    expect(data.link).toBe(`http://localhost:3000${personalPath(on.row.tokenSalt)}`)
    expect(data.ticket).not.toBeNull()
    expect(init?.headers).toMatchObject({ 'Cache-Control': 'no-store' })
  })

  test('is not for the door', async () => {
    const on = await desk()
    await expect(open(on, 'door')).rejects.toMatchObject({ code: 'right-missing' })
  })
})

test('the door sees who is VIP and what tags they have, not what is noted', async () => {
  const on = await desk()
  await sent(on, { ...(await formOf(on)), vip: 'on', tags: 'bus', note: 'nợ tiền vé' })
  const cookie = await signInCookieOf(await memberOf(on.body, 'door'))
  const page = await detail(args(on, getPage(on.path, cookie)))
  expect(page.registration).toMatchObject({ isVip: true, tags: ['bus'] })
  expect(JSON.stringify(page)).not.toContain('nợ tiền vé')
})
