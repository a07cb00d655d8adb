import { asc, eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { publishEvent } from '#app/features/events/domain/publish-event.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import {
  activity,
  event as events,
  guestCategory,
  invitation,
  outbox,
  registration,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { acceptOffer } from '../seats/accept-offer.server.ts'
import { expireOffers } from '../seats/expire-offers.server.ts'
import { addRegistration } from './add-registration.server.ts'
import { cancelOwnRegistration } from './cancel-registration.server.ts'
import { registerAttendee } from './register-attendee.server.ts'

await testDatabase()

const wish = (email: string, over: object = {}) => ({
  name: 'Đặng "Linh", <x>',
  email,
  organization: 'Hãng phim 🎬',
  position: '',
  language: 'vi' as const,
  category: 'guest',
  code: '',
  consent: true as const,
  ...over,
})

async function eventWithSeats(capacity: number, over: object = {}) {
  const made = await event(over)
  await database().update(guestCategory).set({ capacity }).where(eq(guestCategory.id, made.guest.id))
  return made
}

async function register(slug: string, email: string, over: object = {}) {
  const result = await registerAttendee(visitor(), slug, wish(email, over))
  return result.kind === 'registered' ? personalToken(result.tokenSalt) : null
}

const rows = (eventId: string) =>
  database()
    .select()
    .from(registration)
    .where(eq(registration.eventId, eventId))
    .orderBy(asc(registration.arrival))
const states = async (eventId: string) => (await rows(eventId)).map((row) => row.state)
const mails = async (eventId: string) =>
  (
    await database().select().from(outbox).where(eq(outbox.eventId, eventId)).orderBy(asc(outbox.createdAt))
  ).map((mail) => mail.kind)
const counters = async (categoryId: string) => {
  const [row] = await database().select().from(guestCategory).where(eq(guestCategory.id, categoryId))
  const { confirmed, offered, waitlisted, pending, cancelled, declined } = row as NonNullable<typeof row>
  return { confirmed, offered, waitlisted, pending, cancelled, declined }
}

describe('registering', () => {
  it('seats, mails, invites and notes in one go', async () => {
    const made = await eventWithSeats(5)
    const token = await register(made.slug, 'Linh@Example.org')
    const [row] = await rows(made.id)
    expect(row).toMatchObject({ state: 'confirmed', emailKey: 'linh@example.org', name: 'Đặng "Linh", <x>' })
    expect(JSON.stringify(row)).not.toContain(token)
    const [mail] = await database().select().from(outbox).where(eq(outbox.eventId, made.id))
    expect(mail).toMatchObject({ kind: 'confirmed', locale: 'vi', state: 'queued', registrationId: row?.id })
    expect(mail?.facts).toMatchObject({ calendar: { method: 'REQUEST', sequence: 0 } })
    const [noted] = await database().select().from(activity).where(eq(activity.eventId, made.id))
    expect(noted).toMatchObject({ verb: 'registration.confirmed', subjectId: row?.id, actorName: row?.name })
    expect(await counters(made.guest.id)).toMatchObject({ confirmed: 1 })
  })

  it('counts the addresses behind a plus as one mailbox, and as people each', async () => {
    const made = await eventWithSeats(30)
    const tries = []
    for (let n = 1; n <= 8; n++)
      tries.push(await register(made.slug, `me+${n}@example.org`).catch((error) => error))
    expect(tries.filter((one) => typeof one === 'string')).toHaveLength(5)
    expect(tries.at(-1)).toMatchObject({ kind: 'too-many', details: { retryAfter: expect.any(Number) } })
    expect(await register(made.slug, 'me@example.org')).toEqual(expect.any(String))
  })

  it('slows one source down, and leaves room for a hall', async () => {
    const made = await eventWithSeats(400)
    const ctx = visitor()
    const from = (n: number) => registerAttendee(ctx, made.slug, wish(`seat${n}@example.org`))
    const tries = await Promise.allSettled(Array.from({ length: 320 }, (_, n) => from(n)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(300)
    await expect(from(999)).rejects.toMatchObject({ kind: 'too-many' })
    expect(await register(made.slug, 'elsewhere@example.org')).toEqual(expect.any(String))
  }, 60_000)

  it('returns the same registration for a repeat of one made again, too', async () => {
    const made = await event()
    const token = await register(made.slug, 'an@example.org')
    await database()
      .update(registration)
      .set({ createdAt: new Date(Date.now() - 86_400_000) })
      .where(eq(registration.eventId, made.id))
    await cancelOwnRegistration(visitor(), token ?? '')
    const again = await register(made.slug, 'an@example.org')
    expect(again).not.toBeNull()
    expect(await register(made.slug, 'an@example.org')).toBe(again)
    expect(await mails(made.id)).toEqual(['confirmed', 'cancelled', 'confirmed'])
  })

  it('lets nobody fill a mailbox by registering and cancelling in turns', async () => {
    const made = await event()
    const round = async () => {
      const token = await register(made.slug, 'an@example.org')
      await cancelOwnRegistration(visitor(), token ?? '')
    }
    for (let i = 0; i < 10; i++) await round()
    await expect(round()).rejects.toMatchObject({ code: 'too-many' })
    await expect(register(made.slug, 'an@example.org')).resolves.not.toBeNull()
  })

  it('hears the words that were right, of three that one person sent at once', async () => {
    const made = await event()
    await category(made, { code: 'press', accessCode: 'báo' })
    const outcomes = await Promise.allSettled(
      ['sai', 'báo', 'báo'].map((code) => register(made.slug, 'an@example.org', { category: 'press', code })),
    )
    // Whichever of them came first: the wrong one is refused, and takes nobody else's attempt.
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  })

  it('returns the same registration for a repeat, and no second mail', async () => {
    const made = await eventWithSeats(5)
    const first = await register(made.slug, 'an@example.org')
    expect(await register(made.slug, 'AN@example.org')).toBe(first)
    expect(await rows(made.id)).toHaveLength(1)
    expect(await mails(made.id)).toEqual(['confirmed'])
  })

  it('mails the link instead of showing it to whoever types a known address with other words', async () => {
    const made = await eventWithSeats(5)
    await register(made.slug, 'an@example.org')
    expect(await register(made.slug, 'an@example.org', { name: 'Kẻ lạ' })).toBeNull()
    expect((await rows(made.id))[0]?.name).toBe('Đặng "Linh", <x>')
    expect(await mails(made.id)).toEqual(['confirmed', 'confirmed'])
  })

  it('takes a cancelled registration in again, at the end of the line and with a new link', async () => {
    const made = await eventWithSeats(1)
    const first = await register(made.slug, 'an@example.org')
    await register(made.slug, 'binh@example.org')
    await cancelOwnRegistration(visitor(), first ?? '')
    const again = await register(made.slug, 'an@example.org')
    expect(again).not.toBe(first)
    expect((await rows(made.id)).map((row) => [row.emailKey, row.state])).toEqual([
      ['binh@example.org', 'offered'],
      ['an@example.org', 'waitlisted'],
    ])
    expect(await counters(made.guest.id)).toMatchObject({
      confirmed: 0,
      offered: 1,
      waitlisted: 1,
      cancelled: 0,
    })
  })

  it.each([
    ['closed', { registrationClosesAt: new Date(Date.now() - 1000) }, 'registration-closed'],
    ['not open yet', { registrationOpensAt: new Date(Date.now() + 60_000) }, 'registration-not-yet'],
    ['cancelled', { cancelledAt: new Date() }, 'registration-cancelled'],
    ['unpublished', { publishedAt: null }, 'event-missing'],
  ])('refuses when the event is %s', async (_, over, code) => {
    const made = await eventWithSeats(5, over)
    await expect(register(made.slug, 'an@example.org')).rejects.toMatchObject({ code })
    expect(await rows(made.id)).toHaveLength(0)
  })

  it('keeps restricted categories to their people, and approval apart from a seat', async () => {
    const made = await event()
    await category(made, { code: 'press', needsApproval: true, emailDomains: ['bao.vn'], capacity: 1 })
    const press = { category: 'press' }
    await expect(register(made.slug, 'a@x.vn', press)).rejects.toMatchObject({ code: 'domain-not-allowed' })
    await register(made.slug, 'a@bao.vn', press)
    expect(await states(made.id)).toEqual(['pending'])
    expect(await mails(made.id)).toEqual(['received'])
  })
})

describe('somebody added by hand', () => {
  it('gets the link by mail only, whoever types the same words', async () => {
    const body = await organization()
    const made = await event({ hosts: [body] })
    await addRegistration(signedIn(await memberOf(body, 'organizer')), made, wish('an@example.org'))
    expect(await register(made.slug, 'an@example.org')).toBeNull()
    expect(await mails(made.id)).toEqual(['confirmed', 'confirmed'])
  })

  it('after cancelling, is added by whoever adds them again', async () => {
    const body = await organization()
    const made = await event({ hosts: [body] })
    const token = await register(made.slug, 'an@example.org')
    await cancelOwnRegistration(visitor(), token ?? '')
    const organizer = await memberOf(body, 'organizer')
    await addRegistration(signedIn(organizer), made, wish('an@example.org'))
    expect((await rows(made.id))[0]).toMatchObject({ state: 'confirmed', addedById: organizer.id })
  })
})

describe('a freed seat', () => {
  it('is not taken once the event has begun, whatever the deadline says', async () => {
    const made = await eventWithSeats(1)
    const [a, b] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
    await cancelOwnRegistration(visitor(), a ?? '')
    const begun = new Date(made.startsAt.getTime())
    await database()
      .update(registration)
      .set({ offerExpiresAt: made.endsAt })
      .where(eq(registration.state, 'offered'))
    await expect(acceptOffer(visitor('vi', begun), b ?? '')).rejects.toMatchObject({
      code: 'offer-event-begun',
      kind: 'state',
    })
  })

  it('of an event that is not public is offered when it is', async () => {
    const made = await eventWithSeats(1)
    const [a] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
    await publishEvent(system(), { eventId: made.id, published: false })
    await cancelOwnRegistration(visitor(), a ?? '')
    expect(await states(made.id)).toEqual(['cancelled', 'waitlisted'])
    await publishEvent(system(), { eventId: made.id })
    expect(await states(made.id)).toEqual(['cancelled', 'offered'])
  })

  it('goes on in every event, though one of them fails', async () => {
    const later = new Date(Date.now() + 49 * 3_600_000)
    const bad = await eventWithSeats(1)
    const good = await eventWithSeats(1)
    for (const made of [bad, good]) {
      const [a] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
      await cancelOwnRegistration(visitor(), a ?? '')
    }
    await database().update(guestCategory).set({ offered: 0 }).where(eq(guestCategory.id, bad.guest.id))
    const told = vi.spyOn(log(), 'error').mockReturnValue()
    await expect(expireOffers(visitor('vi', later))).rejects.toThrow('Offers of 1 events did not end')
    expect(told.mock.calls).toMatchObject([[{ event: bad.id }, 'offers of an event did not end']])
    told.mockRestore()
    expect(await states(good.id)).toEqual(['cancelled', 'cancelled'])
    await database().update(guestCategory).set({ offered: 1 }).where(eq(guestCategory.id, bad.guest.id))
    expect(await expireOffers(visitor('vi', later))).toBe(1)
  })

  it('is offered to the next, who accepts', async () => {
    const made = await eventWithSeats(1)
    const [a, b] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
    await register(made.slug, 'c@x.vn')
    await cancelOwnRegistration(visitor(), a ?? '')
    expect(await states(made.id)).toEqual(['cancelled', 'offered', 'waitlisted'])
    await acceptOffer(visitor(), b ?? '')
    expect(await states(made.id)).toEqual(['cancelled', 'confirmed', 'waitlisted'])
    expect((await mails(made.id)).sort()).toEqual(
      ['confirmed', 'waitlisted', 'waitlisted', 'cancelled', 'offered', 'confirmed'].sort(),
    )
    const [cancelled] = await database().select().from(invitation).where(eq(invitation.sequence, 1))
    expect(cancelled?.cancelledAt).not.toBeNull()
  })

  it('is not there to be taken by whoever waits, or cancelled', async () => {
    const made = await eventWithSeats(1)
    const [a, b] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
    await expect(acceptOffer(visitor(), b ?? '')).rejects.toMatchObject({ code: 'offer-none' })
    await cancelOwnRegistration(visitor(), a ?? '')
    await expect(acceptOffer(visitor(), a ?? '')).rejects.toMatchObject({ code: 'offer-cancelled' })
  })

  it('goes on to the one after when the deadline passes, and the late click is told so', async () => {
    const made = await eventWithSeats(1)
    const [a, b] = [await register(made.slug, 'a@x.vn'), await register(made.slug, 'b@x.vn')]
    await register(made.slug, 'c@x.vn')
    await cancelOwnRegistration(visitor(), a ?? '')
    const later = new Date(Date.now() + 49 * 3_600_000)
    await expect(acceptOffer(visitor('vi', later), b ?? '')).rejects.toMatchObject({ code: 'offer-over' })
    expect(await expireOffers(visitor('vi', later))).toBeGreaterThan(0)
    expect(await states(made.id)).toEqual(['cancelled', 'cancelled', 'offered'])
    const [seats] = await database().select().from(events).where(eq(events.id, made.id))
    expect(seats?.seated).toBe(1)
  })
})
