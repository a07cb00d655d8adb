import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { removeCategory } from '#app/features/events/domain/categories/remove-category.server.ts'
import { withdrawHost } from '#app/features/organizations/domain/withdraw-host.server.ts'
import { registerAttendee } from '#app/features/registration/domain/lifecycle/register-attendee.server.ts'
import { event as events, guestCategory, quota, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { listQuotas } from './quotas.server.ts'
import { setQuota } from './set-quota.server.ts'

await testDatabase()

async function table(capacity: number | null) {
  const [a, b] = [await organization(), await organization()]
  const of = await event({ hosts: [a, b], capacity })
  await database().update(guestCategory).set({ capacity }).where(eq(guestCategory.id, of.guest.id))
  const ctx = signedIn(await memberOf(a, 'admin'))
  const set = (organizationId: string, reserved: number, releasesAt: Date | null = null) =>
    setQuota(ctx, { eventId: of.id, organizationId, categoryId: of.guest.id, reserved, releasesAt })
  const arrive = (n: number) =>
    registerAttendee(visitor(), of.slug, {
      name: `Khách ${n}`,
      email: `khach${n}@example.org`,
      organization: '',
      position: '',
      language: 'vi',
      category: 'guest',
      code: '',
      consent: true,
    })
  const states = async () => {
    const rows = await database().select().from(registration).where(eq(registration.eventId, of.id))
    return rows.map(({ state }) => state).sort()
  }
  const held = async () => {
    const [row] = await database().execute<{ category: number; event: number; reserved: number }>(sql`
      select c.held as category, e.held as event, coalesce(sum(q.reserved), 0)::int as reserved
      from event e join guest_category c on c.event_id = e.id left join quota q on q.category_id = c.id
      where e.id = ${of.id} group by c.id, e.id`)
    return row
  }
  return { a, b, of, ctx, set, arrive, states, held }
}

describe('places of a host', () => {
  it('are kept from everybody else, and go to those who wait when they are given up', async () => {
    const { a, set, arrive, states, held } = await table(3)
    await set(a.id, 2)
    expect(await held()).toEqual({ category: 2, event: 2, reserved: 2 })
    for (const n of [1, 2, 3]) await arrive(n)
    expect(await states()).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
    await set(a.id, 1)
    expect(await states()).toEqual(['confirmed', 'offered', 'waitlisted'])
    expect(await held()).toEqual({ category: 1, event: 1, reserved: 1 })
  })

  it('are never more than are free, nor taken from a line', async () => {
    const { a, b, of, set, arrive } = await table(3)
    await set(a.id, 2)
    await expect(set(b.id, 2)).rejects.toMatchObject({ code: 'quota-over-seats', details: { free: 1 } })
    await expect(set(a.id, 4)).rejects.toMatchObject({ code: 'quota-over-seats', details: { free: 3 } })
    await arrive(1)
    await arrive(2)
    await database().update(guestCategory).set({ capacity: 9 }).where(eq(guestCategory.id, of.guest.id))
    await database().update(events).set({ capacity: 9 }).where(eq(events.id, of.id))
    await expect(set(b.id, 1)).rejects.toMatchObject({ code: 'quota-over-seats', details: { free: 0 } })
    expect((await listQuotas(of.id)).map(({ reserved }) => reserved)).toEqual([2])
  })

  it('have no limit where the category has none', async () => {
    const { a, set, held } = await table(null)
    await set(a.id, 400)
    expect(await held()).toEqual({ category: 400, event: 400, reserved: 400 })
  })

  it('go back at an hour before the event, and hold their host and category until then', async () => {
    const { a, b, of, ctx, set } = await table(9)
    await expect(set(a.id, 2, new Date(Date.now() - 1000))).rejects.toMatchObject({
      code: 'quota-release-time',
    })
    await expect(set(a.id, 2, new Date(of.startsAt.getTime() + 1))).rejects.toMatchObject({
      code: 'quota-release-time',
    })
    await set(a.id, 2, of.startsAt)
    await expect(withdrawHost(ctx, { eventId: of.id, organizationId: a.id })).rejects.toMatchObject({
      code: 'host-has-places',
    })
    await expect(removeCategory(ctx, { eventId: of.id, categoryId: of.guest.id })).rejects.toMatchObject({
      code: 'category-has-quotas',
    })
    await expect(set((await organization()).id, 1)).rejects.toMatchObject({ code: 'host-missing' })
    await database().update(quota).set({ releasedAt: new Date() }).where(eq(quota.eventId, of.id))
    await expect(set(a.id, 3)).rejects.toMatchObject({ code: 'quota-released' })
    await expect(
      setQuota(signedIn(await memberOf(b, 'organizer')), {
        eventId: of.id,
        organizationId: b.id,
        categoryId: of.guest.id,
        reserved: 1,
        releasesAt: null,
      }),
    ).rejects.toMatchObject({ code: 'right-missing' })
  })
})

it('two hosts keep forty places each of sixty while sixty people register: nobody gets more than there are', async () => {
  const { a, b, of, set, arrive, held } = await table(60)
  const steps = [set(a.id, 40), set(b.id, 40), ...Array.from({ length: 60 }, (_, n) => arrive(n))]
  const results = await Promise.allSettled(steps)
  const refusals = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'quota-over-seats' })
  expect(refusals.length).toBeGreaterThan(0)
  const [seats] = await database().select().from(guestCategory).where(eq(guestCategory.id, of.guest.id))
  const { confirmed = 0, held: kept = 0 } = seats ?? {}
  expect(confirmed + kept).toBe(60)
  const sums = await held()
  expect(sums).toEqual({ category: kept, event: kept, reserved: kept })
})
