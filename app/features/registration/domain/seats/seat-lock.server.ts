import { sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Admission, RegistrationWindow } from './admission.ts'
import type { CategorySeats, EventSeats } from './seats.ts'

export type LockedEvent = RegistrationWindow &
  EventSeats & { id: string; title: TranslatedText; offerHours: number; asksAddress: boolean; startsAt: Date }

export type LockedCategory = CategorySeats &
  Admission & { code: string; needsApproval: boolean; companionLimit: number } & Record<
    RegistrationState,
    number
  >

export type LockedSeats = { event: LockedEvent; categories: LockedCategory[] }

type Row = Record<string, unknown>

/**
 * Locks an event's seats, by its id or its slug, and reads them. Everything that moves a registration from one state to
 * another does this first, so that all such changes of one event stand in one line; the counters are on the locked
 * rows, nothing is counted. Both tables are locked: whoever waited gets the newest version of locked rows only.
 * The event is locked once, before its categories are joined: a row locked again for each of them deadlocks with
 * whoever came in between. `no key update` lets registrations, mail and activity point at the rows meanwhile.
 */
export async function lockSeats(by: { id: string } | { slug: string }): Promise<LockedSeats> {
  const condition = 'id' in by ? sql`id = ${by.id}` : sql`slug = ${by.slug}`
  const lockedEvent = sql`select ${eventColumns} from event where ${condition} for no key update`
  return withTransaction(async (tx) => {
    const rows = await tx.execute<Row>(sql`
      with e as materialized (${lockedEvent})
      select e.*, c.id as category_id, c.code, c.capacity as category_capacity, c.needs_approval,
        c.email_domains, c.access_code, c.pending, c.confirmed, c.waitlisted, c.offered, c.cancelled, c.declined,
        c.beyond as category_beyond, c.held as category_held, c.companions, c.companion_limit
      from e join guest_category c on c.event_id = e.id
      order by c.position
      for no key update of c`)
    const [first = (await tx.execute<Row>(lockedEvent))[0]] = rows
    if (!first) throw new Refusal('event-missing', 'missing')
    return { event: toEvent(first), categories: rows.map(toCategory) }
  })
}

const eventColumns = sql`id, title, starts_at, ends_at, published_at, cancelled_at, registration_opens_at,
  registration_closes_at, capacity, seated, beyond, held, waitlist, offer_hours, asks_address`

function toEvent(row: Row): LockedEvent {
  return {
    id: row.id as string,
    title: row.title as TranslatedText,
    startsAt: instant(row.starts_at) as Date,
    endsAt: instant(row.ends_at) as Date,
    publishedAt: instant(row.published_at),
    cancelledAt: instant(row.cancelled_at),
    registrationOpensAt: instant(row.registration_opens_at),
    registrationClosesAt: instant(row.registration_closes_at),
    capacity: row.capacity as number | null,
    seated: row.seated as number,
    beyond: row.beyond as number,
    held: row.held as number,
    waitlist: row.waitlist as boolean,
    offerHours: row.offer_hours as number,
    asksAddress: row.asks_address as boolean,
  }
}

function toCategory(row: Row): LockedCategory {
  return {
    id: row.category_id as string,
    code: row.code as string,
    capacity: row.category_capacity as number | null,
    needsApproval: row.needs_approval as boolean,
    emailDomains: row.email_domains as string[],
    accessCode: row.access_code as string | null,
    pending: row.pending as number,
    confirmed: row.confirmed as number,
    waitlisted: row.waitlisted as number,
    offered: row.offered as number,
    cancelled: row.cancelled as number,
    declined: row.declined as number,
    beyond: row.category_beyond as number,
    held: row.category_held as number,
    companions: row.companions as number,
    companionLimit: row.companion_limit as number,
  }
}

// Raw statements give timestamps as PostgreSQL writes them ("2025-03-11 22:00:00+00").
function instant(value: unknown): Date | null {
  return value === null || value === undefined ? null : new Date(value as string)
}
