import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { cancelEvent } from '#app/features/events/domain/cancel-event.server.ts'
import { addCategory } from '#app/features/events/domain/categories/add-category.server.ts'
import { openCategory } from '#app/features/events/domain/categories/category-details.ts'
import { editCategory } from '#app/features/events/domain/categories/edit-category.server.ts'
import { removeCategory } from '#app/features/events/domain/categories/remove-category.server.ts'
import { editEvent } from '#app/features/events/domain/edit-event.server.ts'
import { setQuota } from '#app/features/quotas/domain/set-quota.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { event as events, guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system, visitor } from '#tests/factories/contexts.ts'
import { category, eventDetails, organizedEvent } from '#tests/factories/events.ts'
import { correctRegistration } from '../guests/correct-registration.server.ts'
import { getGuest } from '../guests/guests.server.ts'
import { seatBeyondCapacity } from '../guests/seat-beyond.server.ts'
import { addRegistration } from '../lifecycle/add-registration.server.ts'
import { approveRegistration } from '../lifecycle/approve-registration.server.ts'
import { cancelOwnRegistration, cancelRegistration } from '../lifecycle/cancel-registration.server.ts'
import { declineRegistration } from '../lifecycle/decline-registration.server.ts'
import { registerAttendee } from '../lifecycle/register-attendee.server.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { acceptOffer } from './accept-offer.server.ts'
import { expireOffers } from './expire-offers.server.ts'
import { moveUpRegistration } from './move-up-registration.server.ts'

await testDatabase()

const hour = 3_600_000
const rounds = 40
const atOnce = 12
const persons = 24

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)],
  }
}

type World = {
  ctx: Context
  host: string
  id: string
  slug: string
  random: ReturnType<typeof numbers>
  now: () => Date
}
type Row = typeof registration.$inferSelect

const rowsOf = (id: string) =>
  database().select().from(registration).where(eq(registration.eventId, id)).orderBy(registration.id)
const categoriesOf = (id: string) =>
  database().select().from(guestCategory).where(eq(guestCategory.eventId, id)).orderBy(guestCategory.position)

async function settings({ id, random }: World) {
  const [before] = await database().select().from(events).where(eq(events.id, id))
  if (!before) throw new Error('The event is gone')
  const { startsAt, endsAt, registrationOpensAt } = before
  const capacity = random.pick([null, 5, 7, 9, 12]) ?? null
  const times = { startsAt, endsAt, registrationOpensAt }
  return { revision: before.revision, details: { ...eventDetails(), ...times, capacity } }
}

/** Something that one person, organizer or the clock does, whether or not it is possible now. */
async function anyStep(world: World, rows: Row[]): Promise<() => Promise<unknown>> {
  const { id, slug, random, host } = world
  const organizer: Context = { ...world.ctx, now: world.now() }
  const guest: Context = { ...visitor(), now: world.now() }
  const n = random.below(persons)
  const codes = (await categoriesOf(id)).map(({ code }) => code)
  const wish = {
    name: `Khách ${n}`,
    email: `khach${n}@example.org`,
    organization: '',
    position: '',
    language: 'vi' as const,
    category: random.pick(codes) ?? 'guest',
  }
  const arrive = () => registerAttendee(guest, slug, { ...wish, code: '', consent: true })
  const row = random.pick(rows)
  if (!row) return arrive
  const token = personalToken(row.tokenSalt)
  const leave = () => cancelOwnRegistration(guest, token)
  const steps: (() => Promise<unknown>)[] = [
    arrive,
    arrive,
    arrive,
    leave,
    leave,
    () => Promise.all([leave(), leave()]),
    () => Promise.all([acceptOffer(guest, token), expireOffers(system(later(guest.now)))]),
    () => acceptOffer(guest, token),
    () => acceptOffer(guest, token),
    () => approveRegistration(organizer, id, row.id),
    () => approveRegistration(organizer, id, row.id),
    () => declineRegistration(organizer, id, row.id),
    () => declineRegistration(organizer, id, row.id),
    () => moveUpRegistration(organizer, id, row.id),
    () => moveUpRegistration(organizer, id, row.id),
    () => seatBeyondCapacity(organizer, id, row.id, 'Thêm ghế'),
    () => seatBeyondCapacity(organizer, id, row.id, 'Thêm ghế'),
    () => move(organizer, row, random.pick(codes) ?? 'guest'),
    () => cancelRegistration(organizer, id, row.id, 'Lý do'),
    () => addRegistration(organizer, { id, slug }, wish),
    () => anyCategoryStep(world, organizer),
    () => keepPlaces(organizer.now, { eventId: id, organizationId: host }, random),
    async () => editEvent(organizer, { eventId: id, ...(await settings(world)) }),
  ]
  return random.pick(steps) ?? arrive
}

async function move(ctx: Context, { id: registrationId, eventId }: Row, code: string) {
  const { revision, ...guest } = await getGuest(ctx, eventId, registrationId)
  const details = { ...guest, category: code }
  return correctRegistration(ctx, { eventId, registrationId, revision, details })
}

async function keepPlaces(
  now: Date,
  of: { eventId: string; organizationId: string },
  random: World['random'],
) {
  const categoryId = random.pick(await categoriesOf(of.eventId))?.id ?? ''
  await setQuota(system(now), { ...of, categoryId, reserved: random.below(3), releasesAt: null })
}

async function anyCategoryStep({ id, random }: World, ctx: Context) {
  const one = random.pick(await categoriesOf(id))
  if (!one) throw new Error('The event has no category')
  const { needsApproval } = one
  const capacity = random.pick([null, 2, 3, 4, 6]) ?? null
  const details = { ...openCategory, needsApproval, capacity }
  if (random.below(4) === 0) return addCategory(ctx, { eventId: id, details })
  if (random.below(4) === 0) return removeCategory(ctx, { eventId: id, categoryId: one.id })
  return editCategory(ctx, { eventId: id, categoryId: one.id, seen: one, details })
}

const later = (now: Date) => new Date(now.getTime() + 49 * hour)

const checks = {
  'a counter that does not count what is there': (id: string) => sql`
    select c.code, counted, there from guest_category c
    cross join lateral (select array_agg(state order by state) as there from registration where category_id = c.id) r
    cross join lateral (select array_agg(k.state order by k.state) as counted from (values ('pending', c.pending),
      ('confirmed', c.confirmed), ('waitlisted', c.waitlisted), ('offered', c.offered), ('cancelled', c.cancelled),
      ('declined', c.declined)) k(state, times) cross join generate_series(1, k.times)) k
    where c.event_id = ${id} and counted is distinct from there`,
  'more seats taken than counted, or than there are': (id: string) => sql`
    select e.seated, e.capacity from event e where e.id = ${id} and (e.seated - e.beyond + e.held > e.capacity or e.seated <> (
      select count(*) from registration where event_id = e.id and state in ('confirmed', 'offered')) or e.beyond <> (
      select count(*) from registration where event_id = e.id and beyond_event))`,
  'a category with more seats taken than it has': (id: string) => sql`
    select code from guest_category where event_id = ${id} and confirmed + offered - beyond + held > capacity`,
  'a seat beyond capacity that is counted otherwise': (id: string) => sql`
    select c.code, c.beyond from guest_category c where c.event_id = ${id} and c.beyond <> (
      select count(*) from registration where category_id = c.id and beyond_category)`,
  'seats kept for hosts that are counted otherwise': (id: string) => sql`
    select c.code, c.held, e.held from guest_category c join event e on e.id = c.event_id
    where e.id = ${id} and (c.held <> (select coalesce(sum(reserved - accepted - released), 0) from quota
      where category_id = c.id and released_at is null)
      or e.held <> (select coalesce(sum(reserved - accepted - released), 0) from quota
      where event_id = e.id and released_at is null))`,
  'a free seat beside somebody who waits for it': (id: string) => sql`
    select c.code, c.waitlisted from guest_category c join event e on e.id = c.event_id
    where e.id = ${id} and e.cancelled_at is null and c.waitlisted > 0
      and (c.capacity is null or c.confirmed + c.offered - c.beyond + c.held < c.capacity)
      and (e.capacity is null or e.seated - e.beyond + e.held < e.capacity)`,
  'an invitation that stands without a seat, or a seat without one': (id: string) => sql`
    select r.id, r.state from registration r left join invitation i on i.registration_id = r.id
    where r.event_id = ${id} and (r.state = 'confirmed') <> (i.id is not null and i.cancelled_at is null)`,
  'a SEQUENCE that was used twice or left out': (id: string) => sql`
    select r.id, i.sequence, array_agg((o.facts -> 'calendar' ->> 'sequence')::int) as mailed
    from registration r join invitation i on i.registration_id = r.id
    join outbox o on o.registration_id = r.id and o.facts ? 'calendar'
    where r.event_id = ${id} group by r.id, i.sequence
    having count(distinct o.facts -> 'calendar' ->> 'sequence') <> i.sequence + 1
      or max((o.facts -> 'calendar' ->> 'sequence')::int) <> i.sequence`,
  'a last mail that says another state, or another SEQUENCE than the last': (id: string) => sql`
    select r.id, r.state, o.kind, i.sequence from registration r
    left join invitation i on i.registration_id = r.id
    cross join lateral (select * from outbox where registration_id = r.id order by created_at desc limit 1) o
    where r.event_id = ${id} and (o.kind <> case r.state when 'pending' then 'received' else r.state end
      or (o.facts -> 'calendar' ->> 'sequence')::int <> i.sequence)`,
  'a change of state without its one mail': (id: string) => sql`
    select r.id, r.state, changes.times, mails.times as mailed from registration r
    cross join lateral (select count(*) as times from activity a where a.subject_id = r.id
      and a.verb in ('registration.pending', 'registration.confirmed', 'registration.waitlisted',
        'registration.offered', 'registration.cancelled', 'registration.declined', 'registration.mailed-again',
        'registration.seated-beyond', 'registration.category-changed')) changes
    cross join lateral (select count(*) as times from outbox o where o.registration_id = r.id) mails
    where r.event_id = ${id} and changes.times <> mails.times`,
} satisfies Record<string, (id: string) => unknown>

async function expectOrder(id: string, round: string) {
  for (const [what, query] of Object.entries(checks)) {
    expect([...(await database().execute(query(id)))], `${round}: ${what}`).toEqual([])
  }
}

it.each([1, 2, 3])('seats, counters and mails stay right whatever comes at once (seed %i)', async (seed) => {
  const random = numbers(seed)
  const { ctx, body, event } = await organizedEvent({ capacity: 9 })
  let tick = Date.now()
  const now = () => new Date(tick++)
  const world: World = { ctx, host: body.id, id: event.id, slug: event.slug, random, now }
  await database().update(guestCategory).set({ capacity: 4 }).where(eq(guestCategory.id, event.guest.id))
  await category(event, { code: 'press', capacity: 3 })
  await category(event, { code: 'delegate', capacity: 4, needsApproval: true })
  for (let round = 1; round <= rounds; round++) {
    const rows = await rowsOf(event.id)
    const steps: (() => Promise<unknown>)[] = []
    for (let i = 0; i < atOnce; i++) steps.push(await anyStep(world, rows))
    const results = await Promise.allSettled(steps.map((step) => step()))
    const faults = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    for (const fault of faults) if (!(fault instanceof Refusal || fault instanceof SavedByOther)) throw fault
    await expectOrder(event.id, `round ${round}`)
  }
  const seen = await database().execute(sql`select distinct verb from activity where event_id = ${event.id}`)
  expect(seen.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining([
      ...registrationStates.map((state) => `registration.${state}`),
      'registration.seated-beyond',
      'registration.category-changed',
      'quota.set',
    ]),
  )
  await cancelEvent({ ...ctx, now: now() }, { eventId: event.id, reason: '' })
  expect(
    (await rowsOf(event.id)).filter(({ state }) => state !== 'cancelled' && state !== 'declined'),
  ).toEqual([])
})
