import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import {
  cancelOwnRegistration,
  cancelRegistration,
} from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { guestCategory, outbox, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { listParts } from './list-parts.server.ts'
import { takePart } from './take-part.server.ts'

await testDatabase()

async function festival(capacity: number | null = null) {
  const whole = await event()
  const part = await event({ parentId: whole.id })
  await database().update(guestCategory).set({ capacity }).where(eq(guestCategory.id, part.guest.id))
  const guest = async (values = {}) => {
    const row = await registration(whole.guest, values)
    return { ...row, token: personalToken(row.tokenSalt) }
  }
  const take = (token: string, slug = part.slug) =>
    takePart(visitor(), token, { part: slug, category: 'guest', code: '' })
  const inPart = () => database().select().from(registrations).where(eq(registrations.eventId, part.id))
  return { whole, part, guest, take, inPart }
}

it('takes over what the guest said, once, and shows it on the page of the whole', async () => {
  const { whole, guest, take, inPart } = await festival()
  const lan = await guest({ name: 'Trần Thị Lan', affiliation: 'VFDA' })
  expect(await take(lan.token)).toBe('taken')
  expect(await take(lan.token)).toBe('taken')
  expect(await inPart()).toMatchObject([
    { name: 'Trần Thị Lan', affiliation: 'VFDA', state: 'confirmed', parentId: lan.id },
  ])
  const [shown] = await listParts({ id: lan.id, eventId: whole.id })
  expect(shown?.own).toMatchObject({ state: 'confirmed' })
  const stranger = await guest()
  expect((await listParts({ id: stranger.id, eventId: whole.id }))[0]?.own).toBeNull()
})

it('ends with the registration for the whole, and the next in line has the place', async () => {
  const { guest, take, inPart } = await festival(1)
  const [lan, an] = [await guest(), await guest()]
  await take(lan.token)
  await take(an.token)
  expect((await inPart()).find(({ parentId }) => parentId === an.id)).toMatchObject({ state: 'waitlisted' })
  await cancelOwnRegistration(visitor(), lan.token)
  const after = await inPart()
  expect(after.find(({ parentId }) => parentId === lan.id)).toMatchObject({ state: 'cancelled' })
  expect(after.find(({ parentId }) => parentId === an.id)?.state).not.toBe('waitlisted')
})

it('does not show the link of somebody who came to the part by themselves', async () => {
  const { part, guest, take, inPart } = await festival()
  await registration(part.guest, { email: 'lan@example.org' })
  const lan = await guest({ email: 'lan@example.org' })
  await database().delete(outbox)
  expect(await take(lan.token)).toBe('link-mailed')
  expect(await inPart()).toMatchObject([{ parentId: null }])
  expect(await database().select({ to: outbox.recipientEmail }).from(outbox)).toEqual([
    { to: 'lan@example.org' },
  ])
})

it('is for parts of this festival, and for those who have a seat in it', async () => {
  const { guest, take } = await festival()
  const other = await festival()
  const lan = await guest()
  await expect(take(lan.token, other.part.slug)).rejects.toMatchObject({ code: 'event-missing' })
  await expect(take((await guest({ state: 'waitlisted' })).token)).rejects.toMatchObject({
    code: 'part-needs-seat',
  })
})

it('seats nobody beyond the part’s own seats, however many press at once', async () => {
  const { guest, take, inPart } = await festival(5)
  const guests = []
  for (let n = 0; n < 30; n++) guests.push(await guest())
  await Promise.all(guests.map(({ token }) => take(token)))
  const rows = await inPart()
  expect(rows).toHaveLength(30)
  expect(rows.filter(({ state }) => state === 'confirmed')).toHaveLength(5)
})

it('is no way to guess a code: after some wrong ones nobody tries from there', async () => {
  const { part, guest } = await festival()
  await database()
    .update(guestCategory)
    .set({ accessCode: 'CHIA-KHOA' })
    .where(eq(guestCategory.id, part.guest.id))
  const lan = await guest()
  const ctx = { ...visitor(), source: '198.51.100.77' }
  const guess = (code: string) => takePart(ctx, lan.token, { part: part.slug, category: 'guest', code })
  for (let n = 0; n < 10; n++) await expect(guess(`X${n}`)).rejects.toMatchObject({ code: 'code-wrong' })
  await expect(guess('CHIA-KHOA')).rejects.toMatchObject({ code: 'codes-tried' })
})

it('of other hosts stays theirs when an organizer of the whole takes the guest off', async () => {
  const [body, other] = [await organization(), await organization()]
  const whole = await event({ hosts: [body] })
  const parts = [
    await event({ parentId: whole.id, hosts: [body] }),
    await event({ parentId: whole.id, hosts: [other] }),
  ]
  const row = await registration(whole.guest)
  const token = personalToken(row.tokenSalt)
  for (const { slug } of parts) await takePart(visitor(), token, { part: slug, category: 'guest', code: '' })
  await cancelRegistration(signedIn(await memberOf(body, 'organizer')), whole.id, row.id)
  const states = parts.map(async ({ id }) =>
    (await database().select().from(registrations).where(eq(registrations.eventId, id))).map(
      ({ state }) => state,
    ),
  )
  expect(await Promise.all(states)).toEqual([['cancelled'], ['confirmed']])
})
