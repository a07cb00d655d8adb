import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import { event as events, securityEntry } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as csv } from './organize/security-csv.ts'
import { loader as rules, action as setRules } from './organize/security-page.tsx'
import { action as give, loader as own } from './own-details.tsx'

const { db } = await testDatabase()

type Loaded = { data: { values: Record<string, string>; base: string } }

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const cookie = await signInCookieOf(await memberOf(body, 'admin', { locale: 'en' }))
  const params = { event: at.slug }
  const page = async () =>
    ((await rules({ request: getPage('/', cookie), params, context: {} })) as Loaded).data
  const send = async (fields: Record<string, string>) => {
    const { values, base } = await page()
    const request = postForm('/', { ...values, ...fields, base }, cookie)
    return (await setRules({ request, params, context: {} })) as Response & {
      init?: { status: number }
      data?: { errors: object; values: object }
    }
  }
  return { at, cookie, params, page, send }
}

it('is set in a form: a wrong hour is told at its field, the same again changes nothing', async () => {
  const { at, page, send } = await desk()
  const past = await send({ listed: 'on', purgesAt: '2020-01-01T10:00' })
  expect(past.init?.status).toBe(409)
  expect(past.data).toMatchObject({
    errors: { purgesAt: { message: 'security.refusal.hour?field=purgesAt' } },
    values: { purgesAt: '2020-01-01T10:00' },
  })
  expect((await send({ listed: 'on', purgesAt: 'soon' })).init?.status).toBe(400)
  expect((await send({ listed: 'on' })).status).toBe(303)
  expect((await send({})).headers.get(nothingChangedHeader)).toBe('yes')
  expect((await page()).values).toMatchObject({ listed: 'on', affiliation: 'on', vehicle: '' })
  const [stored] = await db.select().from(events).where(eq(events.id, at.id))
  expect(stored?.securityAsks).toEqual(['affiliation', 'arrival'])
})

it('is given by a guest on a page of their own, and comes out as a file in the organizer’s language', async () => {
  const { at, cookie, params, send } = await desk()
  const guest = await registration(at.guest, { name: 'Lê Lan', companions: 1, companionNames: ['An'] })
  const token = personalToken(guest.tokenSalt)
  const ofGuest = { params: { token }, context: {} }
  await expect(own({ request: getPage('/'), ...ofGuest })).rejects.toMatchObject({ status: 302 })
  await send({ listed: 'on' })
  const fields = { documentName: '', arrival: '8:30' }
  const refused = (await give({ request: postForm('/', fields), ...ofGuest })) as {
    init: { status: number }
    data: { values: object }
  }
  expect([refused.init.status, refused.data.values]).toEqual([400, fields])
  const given = { ...fields, documentName: 'LE THI LAN' }
  expect(await give({ request: postForm('/', given), ...ofGuest })).toMatchObject({ status: 303 })
  expect(await db.select().from(securityEntry)).toMatchObject([{ given: { arrival: '8:30' } }])
  const file = await csv({ request: getPage('/', cookie), params, context: {} })
  expect(await file.text()).toBe(
    [
      '"Name as on the document","Comes with","Affiliation","Arrival"',
      '"LE THI LAN","","","8:30"',
      '"An","LE THI LAN","",""',
      '',
    ].join('\r\n'),
  )
})

it.each(['own-details.tsx', 'organize/guest-details.tsx'])(
  'what is typed in %s is kept in no browser: it would outlive the list',
  (page) => {
    const forms = readFileSync(new URL(page, import.meta.url), 'utf8').match(/<form\b[^>]*>/gi) ?? []
    expect(forms).toHaveLength(1)
    expect(forms.join()).toContain('data-unkept')
  },
)
