import { randomUUID } from 'node:crypto'
import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { event as events, guestCategory, outbox, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { meeting } from '#tests/meeting.ts'
import { attendeeOf } from '../attendee.ts'
import { cancelOwnRegistration } from '../lifecycle/cancel-registration.server.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { newPersonalLink, personalToken } from '../links/personal-link.server.ts'
import { seatArrivals } from './seat-arrivals.server.ts'

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
const people = (amount: number) => Array.from({ length: amount }, (_, n) => wish(n))

let made: Awaited<ReturnType<typeof event>>
beforeEach(async () => {
  made = await event()
  await database().update(guestCategory).set({ capacity: 100 }).where(eq(guestCategory.id, made.guest.id))
})

const inOrder = () =>
  database()
    .select()
    .from(registration)
    .where(eq(registration.eventId, made.id))
    .orderBy(asc(registration.arrival))

async function expectHundredSeats(total: number) {
  const states = (await inOrder()).map((row) => row.state)
  expect(states).toEqual([...Array(100).fill('confirmed'), ...Array(total - 100).fill('waitlisted')])
  const [seats] = await database().select().from(guestCategory).where(eq(guestCategory.id, made.guest.id))
  expect(seats).toMatchObject({ confirmed: 100, waitlisted: total - 100 })
  const [whole] = await database().select().from(events).where(eq(events.id, made.id))
  expect(whole?.seated).toBe(100)
  const perPerson = await database()
    .select({ mails: count() })
    .from(outbox)
    .where(eq(outbox.eventId, made.id))
    .groupBy(outbox.registrationId)
  expect(perPerson).toEqual(Array(total).fill({ mails: 1 }))
}

describe('2,000 people at 100 seats', () => {
  it('gives 100 a seat and 1,900 a place in order of arrival, each with one mail', async () => {
    await Promise.all(people(2000).map((one) => registerAttendee(visitor(), made.slug, one)))
    await expectHundredSeats(2000)
  })

  it('holds without the desk too, as between several processes', async () => {
    const arrivals = people(400).map((one) => ({
      ctx: visitor(),
      attendee: attendeeOf(one),
      category: 'guest',
      accessCode: '',
    }))
    await Promise.all(arrivals.map((one) => seatArrivals(made.slug, [one])))
    await expectHundredSeats(400)
  })

  it('control: counting first and inserting then oversells, so the race is real', async () => {
    const seated = and(
      eq(registration.categoryId, made.guest.id),
      inArray(registration.state, ['confirmed', 'offered']),
    )
    const countThenInsert = (n: number, counted = async () => {}) =>
      withTransaction(async (tx) => {
        const [taken] = await tx.select({ seats: count() }).from(registration).where(seated)
        const state = (taken?.seats ?? 0) < 100 ? 'confirmed' : 'waitlisted'
        const { email: _, ...attendee } = attendeeOf(wish(n))
        const row = {
          ...attendee,
          ...newPersonalLink(),
          id: randomUUID(),
          state,
          consentAt: new Date(),
        } as const
        const keys = { eventId: made.id, categoryId: made.guest.id, email: attendee.emailKey }
        await counted()
        await tx.insert(registration).values({ ...row, ...keys })
      })
    for (let n = 0; n < 99; n++) await countThenInsert(n)
    const bothCounted = meeting(2)
    await Promise.all([99, 100].map((n) => countThenInsert(n, bothCounted)))
    const confirmed = (await inOrder()).filter((row) => row.state === 'confirmed')
    expect(confirmed).toHaveLength(101)
  })
})

describe('many at once', () => {
  it('one person clicking twenty times has one registration and one mail', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => registerAttendee(visitor(), made.slug, wish(1))),
    )
    expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await inOrder()).toHaveLength(1)
    const mails = await database().select().from(outbox).where(eq(outbox.eventId, made.id))
    expect(mails).toHaveLength(1)
  })

  it('fifty cancel while a hundred wait: fifty offers to the first fifty', async () => {
    const links = await Promise.all(people(200).map((one) => registerAttendee(visitor(), made.slug, one)))
    const seated = new Set((await inOrder()).slice(0, 50).map((row) => row.tokenSalt))
    const leaving = links.flatMap((one) =>
      one.kind === 'registered' && seated.has(one.tokenSalt) ? [one] : [],
    )
    await Promise.all(leaving.map((one) => cancelOwnRegistration(visitor(), personalToken(one.tokenSalt))))
    const after = (await inOrder()).map((row) => row.state)
    expect(after.slice(0, 50)).toEqual(Array(50).fill('cancelled'))
    expect(after.slice(100)).toEqual([...Array(50).fill('offered'), ...Array(50).fill('waitlisted')])
  })
})
