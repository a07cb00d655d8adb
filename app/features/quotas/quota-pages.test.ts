import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { saveHostWords } from '#app/features/organizations/domain/host-words.server.ts'
import { erasePastRegistrations } from '#app/features/registration/domain/lifecycle/erase-past-registrations.server.ts'
import { event as events, guestInvitation, host, outbox, quota, suppression } from '#db/schema/index.ts'
import { askable, hostedPlaces } from '#tests/access/quota-world.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action as decline } from './declining.ts'
import { releaseQuotas } from './domain/release-quotas.server.ts'
import { action as answer, loader as invited } from './invited.tsx'
import { action as invite, loader as ownGuests } from './organize/own-guests.tsx'
import { loader as figures } from './organize/quotas-page.tsx'

const { db } = await testDatabase()

type Refused = { init: { status: number }; data: Record<string, unknown> }

async function desk() {
  const here = await hostedPlaces({ seats: 20, reserved: 2 })
  const cookie = await signInCookieOf(here.account)
  const params = { event: here.at.slug, quota: here.quotaId }
  const send = (text: string, previewed = '') =>
    invite({ request: postForm('/', { text, language: 'en', previewed }, cookie), params, context: {} })
  const mails = () => db.select().from(outbox).where(eq(outbox.organizationId, here.body.id))
  return { ...here, cookie, params, send, mails }
}

describe('a list of guests', () => {
  const list = [
    'Họ tên,Email,Tư cách tham dự,Ngôn ngữ',
    'Lan,lan.list@example.org,,vi',
    'An,an.list@example.org,Press,en',
    'Lan,LAN.LIST@example.org,,',
    'Có chỗ,seated@example.org,,',
    'Chết,dead@example.org,,',
    'Chi,chi.list@example.org,khách mời,',
    'Dũng,dung.list@example.org,,',
    'Hoa,hoa.list@example.org,VIP,',
    'Không,không,,',
  ].join('\n')

  it('is shown line by line, and nothing is sent until that is answered', async () => {
    const here = await desk()
    const press = await category(here.at, { code: 'press', name: { vi: 'Báo chí' }, capacity: 5 })
    const [places] = await db
      .insert(quota)
      .values({ eventId: here.at.id, organizationId: here.body.id, categoryId: press.id, reserved: 1 })
      .returning()
    await registration(here.at.guest, { email: 'seated@example.org' })
    await db.insert(suppression).values({ email: 'dead@example.org', scope: 'all', cause: 'dead' })
    const shown = (await here.send(list)) as Refused
    expect(shown.init.status).toBe(200)
    const lines = shown.data.lines as { line: number; what: string }[]
    expect(lines.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '4 unclear',
      '5 registered',
      '6 suppressed',
      '8 full',
      '9 elsewhere',
      '10 unclear',
      '2 invited',
      '3 invited',
      '7 invited',
    ])
    expect([await here.guests(), await here.mails()]).toEqual([[], []])
    const { print } = shown.data.preview as { print: string }
    expect(await here.send(list, print)).toMatchObject({ status: 303 })
    expect((await here.guests()).map(({ name, locale }) => `${name} ${locale}`)).toEqual(['Chi en', 'Lan vi'])
    const rows = await db
      .select()
      .from(guestInvitation)
      .where(eq(guestInvitation.quotaId, places?.id ?? ''))
    expect(rows.map(({ name }) => name)).toEqual(['An'])
    expect(await here.mails()).toHaveLength(3)
  })

  it('that is empty or too long is refused with what was typed', async () => {
    const here = await desk()
    expect(await here.send('  ')).toMatchObject({ init: { status: 400 }, data: { values: { text: '  ' } } })
    const long = 'Lan, lan@example.org\n'.repeat(10_000)
    expect(await here.send(long)).toMatchObject({ init: { status: 400 } })
  })
})

it('a neighbour reads the figures and no guest', async () => {
  const here = await desk()

  const other = await organization()
  await db.insert(host).values({ eventId: here.at.id, organizationId: other.id, position: 2 })
  await here.invite('Lan')
  const cookie = await signInCookieOf(await memberOf(other, 'organizer'))
  const of = { request: getPage('/', cookie), params: here.params, context: {} }
  const { data } = (await figures(of)) as Refused
  expect(data).toMatchObject({ quotas: [{ reserved: 2, invited: 1 }], own: [other.id], maySet: false })
  expect(JSON.stringify(data)).not.toContain('Lan')
  await expect(ownGuests(of)).rejects.toMatchObject({ code: 'quota-missing' })
})

describe('the page of an invited guest', () => {
  it('reads in their language or in the one they ask for, in the host’s own words', async () => {
    const here = await desk()
    const words = { title: { vi: 'Đêm phim', en: 'Film night' }, greeting: { vi: 'Kính mời', en: 'Welcome' } }
    const seen = { title: {}, greeting: {} }
    await saveHostWords(here.ctx, { eventId: here.at.id, slug: here.body.slug, seen, words })
    await here.invite('Lan')
    const params = { token: (await here.guest('Lan')).token }
    const { data } = (await invited({ request: getPage('/'), params, context: {} })) as Refused
    expect(data).toMatchObject({ state: 'open', isOver: false, title: words.title, security: null })
    await expect(
      invited({ request: getPage('/'), params: { token: 'x' }, context: {} }),
    ).rejects.toMatchObject({
      code: 'link-unknown',
    })
  })

  it('takes one answer: yes leads to the seat, and no is told to whoever says yes afterwards', async () => {
    const here = await desk()
    await here.invite('Lan', 'An')
    const press = async (name: string, lang: string) =>
      answer({
        request: postForm(`/?lang=${lang}`, {}),
        params: { token: (await here.guest(name)).token },
        context: {},
      })
    const yes = (await press('Lan', 'vi')) as Response
    expect([yes.status, yes.headers.get('Location')]).toEqual([
      303,
      expect.stringMatching(/^\/registrations\//),
    ])
    const params = { token: (await here.guest('An')).token }
    expect(await decline({ request: postForm('/', {}), params, context: {} })).toMatchObject({ status: 303 })
    const late = (await press('An', 'en')) as Refused
    expect(late.init.status).toBe(409)
    expect(late.data.sentence).toEqual(expect.stringMatching(/\S/))
  })
})

it('guests who have not answered are told when the event is cancelled, once it cannot be taken back', async () => {
  const here = await desk()
  await here.invite('Lan')
  await cancelEvent(here.ctx, { eventId: here.at.id, reason: '' })
  const told = async () => (await here.mails()).map(({ facts }) => (facts as { guest: object }).guest)
  expect(await releaseQuotas(system())).toBe(0)
  expect(await told()).toMatchObject([{ what: 'invited' }])
  expect(await releaseQuotas(system(new Date(Date.now() + 6 * 60_000)))).toBe(1)
  expect(await told()).toMatchObject([{ what: 'invited' }, { what: 'cancelled' }])
  expect((await here.guest('Lan')).state).toBe('withdrawn')
})

it('what stands of a guest goes with the retention date, though they never registered', async () => {
  const here = await desk()
  await here.invite('Lan')
  const past = new Date(Date.now() - 3_600_000)
  const ended = { startsAt: new Date(past.getTime() - 3_600_000), endsAt: past, retainUntil: past }
  await db.update(events).set(ended).where(eq(events.id, here.at.id))
  const { token } = await here.guest('Lan')
  await erasePastRegistrations(system())
  const [row] = await here.guests()
  expect(row).toMatchObject({ name: '', email: '', affiliation: '', jobTitle: '' })
  expect(JSON.stringify(row)).not.toContain(askable('Lan').email)
  expect(await here.mails()).toEqual([])
  await expect(invited({ request: getPage('/'), params: { token }, context: {} })).rejects.toMatchObject({
    code: 'link-unknown',
  })
})
