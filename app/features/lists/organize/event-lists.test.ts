import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { loader as eventPage } from '#app/features/events/event.tsx'
import { action as register, loader as registerPage } from '#app/features/registration/register.tsx'
import { contact, registration, subscription } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { list } from '#tests/factories/lists.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action as offer } from './event-lists.tsx'

const { db } = await testDatabase()

async function hosted() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const own = await list({ organizationId: body.id })
  const foreign = await list()
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const path = `/organize/events/${at.slug}/promotion/lists`
  const choose = (lists: string) =>
    offer({
      request: postForm(path, lists ? { lists } : {}, cookie),
      params: { event: at.slug },
      context: {},
    })
  const shown = async () => {
    const request = getPage(`/en/events/${at.slug}/register`)
    const { data } = await registerPage({ request, params: { lang: 'en', event: at.slug }, context: {} })
    return data.lists.map(({ consent }) => consent.id)
  }
  const send = async (lists: string) => {
    const email = `guest-${nextNumber()}@example.org`
    const fields = { name: 'Lan', email, language: 'en', category: 'guest', consent: 'on', lists }
    const request = postForm(`/en/events/${at.slug}/register`, fields)
    await register({ request, params: { lang: 'en', event: at.slug }, context: {} })
    expect(await db.$count(registration, eq(registration.email, email))).toBe(1)
    return db
      .select({ listId: subscription.listId, state: subscription.state, place: subscription.place })
      .from(subscription)
      .innerJoin(contact, eq(contact.id, subscription.contactId))
      .where(eq(contact.email, email))
  }
  return { at, own, foreign, choose, shown, send }
}

it('a registration form offers what organizers chose, and only of their own hosts', async () => {
  const { own, foreign, choose, shown } = await hosted()
  expect(await shown()).toEqual([])
  await expect(choose(foreign.id)).rejects.toMatchObject({ kind: 'missing' })
  expect(await choose(own.id)).toMatchObject({ status: 303 })
  expect(await shown()).toEqual([own.consentId])
  const same = (await choose(own.id)) as Response
  expect(same.headers.get('Nothing-Changed')).toBe('yes')
  await choose('')
  expect(await shown()).toEqual([])
})

it('whoever ticks the box waits to confirm; whoever does not, or ticks what is not offered, is asked nothing', async () => {
  const { own, foreign, choose, send } = await hosted()
  await choose(own.id)
  expect(await send(own.consentId)).toEqual([{ listId: own.id, state: 'waiting', place: 'registration' }])
  expect(await send('')).toEqual([])
  expect(await send(foreign.consentId)).toEqual([])
  expect(await send('nonsense')).toEqual([])
})

it('the page of the event leads to the lists of its hosts', async () => {
  const { at, own } = await hosted()
  const request = getPage(`/vi/events/${at.slug}`)
  const { data } = await eventPage({ request, params: { lang: 'vi', event: at.slug }, context: {} })
  expect(data.lists.map(({ slug }) => slug)).toEqual([own.slug])
})
