import { eq } from 'drizzle-orm'
import type { EventDetails } from '#app/features/events/domain/event-details.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { event as events, guestCategory, host, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { signedIn } from './contexts.ts'
import { first, nextNumber } from './numbers.ts'
import { memberOf, organization } from './organizations.ts'

const day = 24 * 60 * 60_000

/** What an organizer would send for a roundtable in Boston in thirty days. */
export function eventDetails(values: Partial<EventDetails> = {}): EventDetails {
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 30 * day)
  return {
    kind: 'roundtable',
    title: { vi: 'Bàn tròn điện ảnh', en: 'Film roundtable' },
    theme: {},
    notice: {},
    summary: {},
    description: {},
    place: {
      name: { vi: 'Đại học Harvard', en: 'Harvard University' },
      address: '1 Harvard Yard',
      city: { vi: 'Cambridge' },
      country: 'US',
    },
    timeZone: 'America/New_York',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 60 * 60_000),
    accent: '#8a1f2d',
    contactEmail: null,
    entry: null,
    ticketsUrl: null,
    capacity: null,
    waitlist: true,
    offerHours: 48,
    asksAddress: false,
    remindsDayBefore: true,
    remindsHourBefore: true,
    asksFeedback: true,
    registrationOpensAt: new Date(startsAt.getTime() - 31 * day),
    registrationClosesAt: null,
    retainUntil: null,
    ...values,
  }
}

type EventValues = Partial<typeof events.$inferInsert> & { hosts?: { id: string }[] }

/** A published event with open registration, one open category `guest`, and a host. */
export async function event({ hosts, ...values }: EventValues = {}) {
  const details = eventDetails()
  const { place, ...own } = details
  const words = { title: write(own.title), theme: {}, summary: {}, description: {}, notice: {} }
  const row = {
    ...own,
    ...words,
    slug: `event-${nextNumber()}`,
    publishedAt: new Date(),
    ...values,
  }
  const made = first(await database().insert(events).values(row).returning())
  const at = first(
    await database()
      .insert(venue)
      .values({
        ...place,
        eventId: made.id,
        slug: 'harvard-university',
        position: 1,
        name: { vi: 'Đại học Harvard', original: 'vi' },
        city: { vi: 'Cambridge', original: 'vi' },
      })
      .returning(),
  )
  await database().update(events).set({ venueId: at.id }).where(eq(events.id, made.id))
  const bodies = hosts ?? [await organization()]
  await database()
    .insert(host)
    .values(bodies.map((body, index) => ({ eventId: made.id, organizationId: body.id, position: index + 1 })))
  const guest = await category(made, { code: 'guest', name: { vi: 'Khách mời', en: 'Guest' } })
  return { ...made, venueId: at.id, guest }
}

/** An event together with one of its organizers, ready to call verbs. */
export async function organizedEvent(values: EventValues = {}) {
  const body = await organization()
  const ctx = signedIn(await memberOf(body, 'organizer'))
  return { ctx, body, event: await event({ ...values, hosts: [body] }) }
}

export async function category(of: { id: string }, values: Partial<typeof guestCategory.$inferInsert> = {}) {
  const n = nextNumber()
  const row = { eventId: of.id, code: `category-${n}`, name: { vi: `Hạng ${n}` }, position: n, ...values }
  return first(await database().insert(guestCategory).values(row).returning())
}
