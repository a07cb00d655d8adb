import { and, count, eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { outbox, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { addRegistration } from '../lifecycle/add-registration.server.ts'
import { approveRegistration } from '../lifecycle/approve-registration.server.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { acceptOffer } from '../seats/accept-offer.server.ts'
import { expireOffers } from '../seats/expire-offers.server.ts'
import { personalToken } from './personal-link.server.ts'

await testDatabase()

const wish = (n: number) => ({
  name: `Khách ${n}`,
  email: `khach${n}@example.org`,
  organization: '',
  position: '',
  language: 'vi' as const,
  category: 'guest',
  code: '',
  consent: true as const,
})

let made: Awaited<ReturnType<typeof organizedEvent>>
beforeEach(async () => {
  made = await organizedEvent({ asksAddress: true, capacity: 2 })
})

const register = (n: number) => registerAttendee(visitor(), made.event.slug, wish(n))
const rows = () =>
  database()
    .select()
    .from(registration)
    .where(eq(registration.eventId, made.event.id))
    .orderBy(registration.arrival)
const states = async () => (await rows()).map(({ state, addressAsked }) => (addressAsked ? 'held' : state))
const mails = () =>
  database().select().from(outbox).where(eq(outbox.eventId, made.event.id)).orderBy(outbox.createdAt)
const inHalfAnHour = () => system(new Date(Date.now() + 31 * 60_000))

describe('where the address is to be proved', () => {
  it('holds a seat that counts as taken, and shows no link to whoever typed the address', async () => {
    expect(await register(1)).toEqual({ kind: 'address-asked' })
    await register(2)
    expect(await register(3)).toEqual({ kind: 'address-asked' })
    expect(await states()).toEqual(['held', 'held', 'waitlisted'])
    const [first] = await mails()
    expect(first).toMatchObject({ kind: 'offered', locale: 'vi', facts: { asksAddress: true } })
    expect(first?.facts).not.toHaveProperty('calendar')
  })

  it('makes the seat theirs by the mailed link, with the calendar entry', async () => {
    await register(1)
    const [held] = await rows()
    await acceptOffer(visitor(), personalToken(held?.tokenSalt ?? ''))
    expect(await states()).toEqual(['confirmed'])
    expect((await mails()).at(-1)).toMatchObject({
      kind: 'confirmed',
      facts: { calendar: { method: 'REQUEST' } },
    })
  })

  it('frees the seat after half an hour for the first who waits', async () => {
    for (const n of [1, 2, 3]) await register(n)
    const [held] = await rows()
    const deadline = held?.offerExpiresAt?.getTime() ?? 0
    expect(deadline - (held?.consentAt.getTime() ?? 0)).toBe(30 * 60_000)
    await expireOffers(inHalfAnHour())
    expect(await states()).toEqual(['cancelled', 'cancelled', 'offered'])
    await expect(acceptOffer(visitor(), personalToken(held?.tokenSalt ?? ''))).rejects.toMatchObject({
      code: 'offer-cancelled',
    })
    await register(1)
    expect(await states()).toEqual(['cancelled', 'offered', 'held'])
  })

  it('mails the link again to a repeat, whatever else it says, a few times an hour', async () => {
    await register(1)
    for (let round = 0; round < 7; round++) {
      const again = { ...wish(1), name: round % 2 === 0 ? 'Khách 1' : 'Người lạ' }
      expect(await registerAttendee(visitor(), made.event.slug, again)).toEqual({ kind: 'address-asked' })
    }
    expect((await mails()).map(({ kind, facts }) => [kind, facts])).toEqual(
      Array(6).fill(['offered', { asksAddress: true, deadline: expect.any(String) }]),
    )
    expect(await states()).toEqual(['held'])
  })

  it('lets an organizer confirm by hand, and add somebody without it', async () => {
    await register(1)
    const [held] = await rows()
    await approveRegistration(made.ctx, made.event.id, held?.id ?? '')
    await addRegistration(made.ctx, made.event, wish(2))
    expect(await states()).toEqual(['confirmed', 'confirmed'])
  })

  it('never oversells when many come, some confirm and some let it pass at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => register(n)))
    const seated = and(
      eq(registration.eventId, made.event.id),
      inArray(registration.state, ['confirmed', 'offered']),
    )
    for (let round = 0; round < 4; round++) {
      const held = (await rows()).filter(({ state }) => state === 'offered')
      const answering = held.filter((_, n) => n % 2 === round % 2)
      const late = system(new Date(Date.now() + (round + 1) * 49 * 3_600_000))
      await Promise.allSettled([
        ...answering.map(({ tokenSalt }) => acceptOffer(visitor(), personalToken(tokenSalt))),
        expireOffers(late),
        ...Array.from({ length: 5 }, (_, n) => register(100 + round * 10 + n)),
      ])
      const [taken] = await database().select({ seats: count() }).from(registration).where(seated)
      expect(taken?.seats).toBe(2)
    }
    const all = await states()
    expect(all.filter((state) => state === 'confirmed').length).toBeLessThanOrEqual(2)
    expect(all.filter((state) => state === 'waitlisted').length).toBeGreaterThan(0)
  })
})
