import { type SQL, sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { forgetPages, pageChannel, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Locale, RegistrationState } from '#app/shared/vocabulary.ts'
import { onCommit, withTransaction } from '#db/transaction.server.ts'
import { dropUnasked } from '../answering/drop-unasked.server.ts'
import { releaseCompanions } from '../companions/release-companions.server.ts'
import { seatCompanions } from '../companions/seat-companions.server.ts'
import { countChanges } from '../lifecycle/transitions.ts'
import type { StoredLink } from '../links/personal-link.server.ts'
import { returnHeldPlaces } from './return-held-places.server.ts'
import { giveBackSessionSeats } from './session-seats.server.ts'
import { settlementRows } from './settlement-rows.server.ts'
import type { ToldGuest, ToldPlace } from './told-place.server.ts'

/** Who a registration is for, as typed. */
export type Attendee = {
  name: string
  email: string
  emailKey: string
  affiliation: string
  jobTitle: string
  locale: Locale
  answers: GivenAnswers
  /** Whom they wish to bring. */
  wish?: { companions: number; names: string[] } | undefined
  /** The counted link by which they came, if any. */
  linkId?: string | null
  /** Their registration for the whole, where this is for a part of it. */
  parentId?: string | null
}

/** The calendar request a registration had last; null when it never had one. */
export type StandingInvitation = { uid: string; sequence: number; cancelled: boolean } | null

/**
 * One registration's new state. With `attendee` the row is written anew (an arrival): inserted, or, when `from` is a
 * state, taken over by the new wish with a new place in the line and a new link.
 */
export type Settlement = {
  id: string
  categoryId: string
  /** Where it was counted before, when that was another category. */
  fromCategoryId?: string
  from: RegistrationState | null
  to: RegistrationState
  recipient: { name: string; email: string; locale: Locale }
  invitation: StandingInvitation
  attendee?: Attendee & StoredLink
  offerExpiresAt?: Date
  /** The offered seat waits for a proof of the address. */
  addressAsked?: boolean
  reason?: string
  by?: 'attendee' | 'organizer' | 'deadline'
  /** A seat given by decision where none is free: of what it is beyond, and why. */
  beyond?: { category: boolean; event: boolean; reason: string }
}

/**
 * Writes state changes of one event whose seats are locked, with everything that follows from them (counters, mail,
 * calendar invitation, activity, cached pages), in a single statement however many they are.
 */
export async function settleRegistrations(
  ctx: Context,
  eventId: string,
  settlements: Settlement[],
): Promise<void> {
  if (settlements.length === 0) return
  const stood = settlements.filter((one) => one.from === 'confirmed')
  const left = stood.filter((one) => one.to !== 'confirmed')
  const changed = stood.filter(({ categoryId, fromCategoryId = categoryId }) => fromCategoryId !== categoryId)
  await withTransaction(async (tx) => {
    // Sessions are locked before registrations.
    const given =
      left.length > 0 ? await giveBackSessionSeats(ctx, { registrationIds: left.map(({ id }) => id) }) : []
    await releaseCompanions(eventId, stood)
    await tx.execute(settlement(ctx, eventId, { settlements, stood, left, given }))
    const moved = settlements.filter(
      ({ attendee, categoryId, fromCategoryId = categoryId }) => !attendee && fromCategoryId !== categoryId,
    )
    await dropUnasked(
      eventId,
      moved.map(({ id }) => id),
    )
    await returnHeldPlaces(ctx, eventId, [...left, ...changed])
    // After all guests of the group: nobody's companion takes the seat of a guest who came with them.
    await seatCompanions(
      ctx,
      eventId,
      settlements.filter(mayBring).map(({ id }) => id),
    )
  })
  onCommit(() => forgetPages([pageTag.seats(eventId)]))
}

type Settled = {
  settlements: Settlement[]
  stood: Settlement[]
  left: Settlement[]
  given: (ToldGuest & ToldPlace)[]
}

/** The statement: `stood` had seats before, and `left` gave them up, with those in sessions that are `given` back. */
function settlement(ctx: Context, eventId: string, { settlements, stood, left, given }: Settled): SQL {
  const counts = countChanges(settlements)
  const rows = settlementRows(ctx, { settlements, counts: counts.categories, given })
  const { arrival, move, count, invitation, mail, entry } = rows
  const extra = settlements.filter((one) => one.beyond?.event).length
  const isEventTouched = counts.seated !== 0 || left.length > 0 || extra > 0
  return sql`
      with arrived as (
        insert into registration (id, event_id, category_id, state, name, email, email_key, affiliation, job_title,
          locale, answers, consent_at, token_salt, token_hash, ticket_code, offer_expires_at, address_asked, wished_companions, wished_names, link_id, parent_id, added_by_id, created_at, updated_at)
        select ${arrival.id}, ${eventId}, ${arrival.categoryId}, ${arrival.state}, ${arrival.name}, ${arrival.email},
          ${arrival.emailKey}, ${arrival.affiliation}, ${arrival.jobTitle}, ${arrival.locale}, ${arrival.answers},
          ${ctx.now.toISOString()}::timestamptz, ${arrival.tokenSalt}, ${arrival.tokenHash}, ${arrival.ticketCode}, ${arrival.offerExpiresAt},
          ${arrival.addressAsked}, ${arrival.wishedCompanions}, ${arrival.wishedNames}, ${arrival.linkId}, ${arrival.parentId}, ${actorColumns(ctx).accountId}::uuid, ${ctx.now.toISOString()}::timestamptz,
          ${ctx.now.toISOString()}::timestamptz
        from ${arrival.rows}
        order by ${arrival.place}
        on conflict (id) do update set arrival = nextval(pg_get_serial_sequence('registration', 'arrival')),
          category_id = excluded.category_id, state = excluded.state, name = excluded.name, email = excluded.email,
          affiliation = excluded.affiliation, job_title = excluded.job_title, locale = excluded.locale,
          answers = excluded.answers, consent_at = excluded.consent_at, token_salt = excluded.token_salt,
          token_hash = excluded.token_hash, ticket_code = excluded.ticket_code, offer_expires_at = excluded.offer_expires_at,
          address_asked = excluded.address_asked, wished_companions = excluded.wished_companions,
          wished_names = excluded.wished_names, link_id = coalesce(excluded.link_id, registration.link_id), parent_id = coalesce(excluded.parent_id, registration.parent_id), reason = null, added_by_id = excluded.added_by_id, revision = registration.revision + 1,
          updated_at = excluded.updated_at
      ), moved as (
        update registration r set state = ${move.state}, category_id = ${move.categoryId},
          arrival = case when ${move.rejoins} then nextval(pg_get_serial_sequence('registration', 'arrival')) else r.arrival end,
          wished_category_id = null, wish_arrival = null, offer_expires_at = ${move.offerExpiresAt}, address_asked = false,
          beyond_category = ${move.beyondCategory}, beyond_event = ${move.beyondEvent} or (r.beyond_event and ${move.state} = 'confirmed'),
          beyond_reason = coalesce(${move.beyondReason}, case when r.beyond_event and ${move.state} = 'confirmed' then r.beyond_reason end),
          reason = ${move.reason}, revision = r.revision + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
        from ${move.rows}
        where r.id = ${move.id}
      ), counted as (
        update guest_category c set pending = c.pending + coalesce(${count.pending}, 0),
          confirmed = c.confirmed + coalesce(${count.confirmed}, 0), waitlisted = c.waitlisted + coalesce(${count.waitlisted}, 0),
          offered = c.offered + coalesce(${count.offered}, 0), cancelled = c.cancelled + coalesce(${count.cancelled}, 0),
          declined = c.declined + coalesce(${count.declined}, 0),
          beyond = c.beyond + coalesce(${count.beyond}, 0) - ${countOf(stood, sql`beyond_category and category_id = c.id`)}
        from ${count.rows}
        where c.id = ${count.id}
      ), seated as (
        update event set seated = seated + ${counts.seated}::int,
          beyond = beyond + ${extra}::int - ${countOf(left, sql`beyond_event`)}
        where id = ${eventId} and ${isEventTouched}::boolean
      ), invited as (
        insert into invitation (registration_id, uid, sequence, issued_at, cancelled_at)
        select ${invitation.registrationId}, ${invitation.uid}, ${invitation.sequence}, ${ctx.now.toISOString()}::timestamptz,
          ${invitation.cancelledAt}
        from ${invitation.rows}
        on conflict (registration_id) do update set sequence = excluded.sequence, issued_at = excluded.issued_at,
          cancelled_at = excluded.cancelled_at, answer = 'needs-action', answered_at = null
      ), mailed as (
        ${outboxInsert(sql`
          select ${eventId}, ${mail.registrationId}, ${mail.kind}, ${mail.locale}, ${mail.name}, ${mail.email}, ${mail.facts}
          from ${mail.rows}`)}
      ), noted as (
        insert into activity (event_id, account_id, actor_name, verb, subject_id, subject_name, details, at)
        select ${eventId}, ${actorColumns(ctx).accountId}::uuid,
          coalesce(nullif(${actorColumns(ctx).actorName}, ''), ${entry.subjectName}), ${entry.verb}, ${entry.subjectId},
          ${entry.subjectName}, ${entry.details}, ${ctx.now.toISOString()}::timestamptz
        from ${entry.rows}
      )
      select pg_notify('outbox', ''), pg_notify(${pageChannel}, ${pageTag.seats(eventId)})`
}

/** Who has a seat now, and may have asked to bring somebody. */
function mayBring({ to, attendee }: Settlement): boolean {
  return to === 'confirmed' && (!attendee || attendee.wish !== undefined)
}

/** How many of these registrations had a seat of this kind before; nothing is asked where none could have. */
function countOf(settlements: readonly Settlement[], kind: SQL): SQL {
  if (settlements.length === 0) return sql`0`
  const ids = JSON.stringify(settlements.map(({ id }) => id))
  return sql`(select count(*) from registration
    where id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb)) and ${kind})`
}
