import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { forgetPages, pageChannel, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Locale, RegistrationState } from '#app/shared/vocabulary.ts'
import { onCommit, withTransaction } from '#db/transaction.server.ts'
import { countChanges, mailFor } from '../lifecycle/transitions.ts'
import { giveBackSessionSeats } from './session-seats.server.ts'

/** Who a registration is for, as typed. */
export type Attendee = {
  name: string
  email: string
  emailKey: string
  affiliation: string
  jobTitle: string
  locale: Locale
  answers: Record<string, string>
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
  attendee?: Attendee & { tokenSalt: string; tokenHash: string }
  offerExpiresAt?: Date
  /** The offered seat waits for a proof of the address. */
  addressAsked?: boolean
  reason?: string
  by?: 'attendee' | 'organizer' | 'deadline'
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
  const counts = countChanges(settlements)
  const invitations = settlements.map((one) => nextInvitation(one, ctx.now))
  const arrivals = settlements.flatMap((one, place) => (one.attendee ? [arrivalRow(one, place)] : []))
  const moves = settlements.filter((one) => !one.attendee).map(moveRow)
  const tags = [pageTag.seats(eventId)]
  const left = settlements.filter((one) => one.from === 'confirmed' && one.to !== 'confirmed')
  await withTransaction(async (tx) => {
    // Sessions are locked before registrations.
    if (left.length > 0) await giveBackSessionSeats(ctx, { registrationIds: left.map(({ id }) => id) })
    await tx.execute(sql`
      with arrived as (
        insert into registration (id, event_id, category_id, state, name, email, email_key, affiliation, job_title,
          locale, answers, consent_at, token_salt, token_hash, offer_expires_at, address_asked, added_by_id, created_at, updated_at)
        select a.id, ${eventId}, a."categoryId", a.state, a.name, a.email, a."emailKey", a.affiliation, a."jobTitle",
          a.locale, a.answers, ${ctx.now.toISOString()}::timestamptz, a."tokenSalt", a."tokenHash",
          a."offerExpiresAt", a."addressAsked",
          ${actorColumns(ctx).accountId}::uuid, ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(arrivals)}::jsonb) as a(id uuid, "categoryId" uuid, state text, name text,
          email text, "emailKey" text, affiliation text, "jobTitle" text, locale text, answers jsonb, "tokenSalt" text,
          "tokenHash" text, "offerExpiresAt" timestamptz, "addressAsked" boolean, place int)
        order by a.place
        on conflict (id) do update set arrival = nextval(pg_get_serial_sequence('registration', 'arrival')),
          category_id = excluded.category_id, state = excluded.state, name = excluded.name, email = excluded.email,
          affiliation = excluded.affiliation, job_title = excluded.job_title, locale = excluded.locale,
          answers = excluded.answers, consent_at = excluded.consent_at, token_salt = excluded.token_salt,
          token_hash = excluded.token_hash, offer_expires_at = excluded.offer_expires_at,
          address_asked = excluded.address_asked, reason = null, added_by_id = excluded.added_by_id, revision = registration.revision + 1,
          updated_at = excluded.updated_at
      ), moved as (
        update registration r set state = m.state, category_id = m."categoryId",
          arrival = case when m.rejoins then nextval(pg_get_serial_sequence('registration', 'arrival')) else r.arrival end,
          wished_category_id = null, wish_arrival = null, offer_expires_at = m."offerExpiresAt", address_asked = false, reason = m.reason,
          revision = r.revision + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(moves)}::jsonb)
          as m(id uuid, state text, "categoryId" uuid, rejoins boolean, "offerExpiresAt" timestamptz, reason text)
        where r.id = m.id
      ), counted as (
        update guest_category c set pending = c.pending + coalesce(d.pending, 0),
          confirmed = c.confirmed + coalesce(d.confirmed, 0), waitlisted = c.waitlisted + coalesce(d.waitlisted, 0),
          offered = c.offered + coalesce(d.offered, 0), cancelled = c.cancelled + coalesce(d.cancelled, 0),
          declined = c.declined + coalesce(d.declined, 0)
        from jsonb_to_recordset(${json(counts.categories)}::jsonb) as d(id uuid, pending int, confirmed int,
          waitlisted int, offered int, cancelled int, declined int)
        where c.id = d.id
      ), seated as (
        update event set seated = seated + ${counts.seated}::int where id = ${eventId} and ${counts.seated}::int <> 0
      ), invited as (
        insert into invitation (registration_id, uid, sequence, issued_at, cancelled_at)
        select i."registrationId", i.uid, i.sequence, ${ctx.now.toISOString()}::timestamptz, i."cancelledAt"
        from jsonb_to_recordset(${json(invitations.flatMap((one) => one ?? []))}::jsonb)
          as i("registrationId" uuid, uid text, sequence int, "cancelledAt" timestamptz)
        on conflict (registration_id) do update set sequence = excluded.sequence, issued_at = excluded.issued_at,
          cancelled_at = excluded.cancelled_at, answer = 'needs-action', answered_at = null
      ), mailed as (
        ${outboxInsert(sql`
          select ${eventId}, o."registrationId", o.kind, o.locale, o.name, o.email, o.facts
          from jsonb_to_recordset(${json(settlements.map((one, i) => mailRow(ctx, one, invitations[i] ?? null)))}::jsonb)
            as o("registrationId" uuid, kind text, locale text, name text, email text, facts jsonb)`)}
      ), noted as (
        insert into activity (event_id, account_id, actor_name, verb, subject_id, subject_name, details, at)
        select ${eventId}, ${actorColumns(ctx).accountId}::uuid,
          coalesce(nullif(${actorColumns(ctx).actorName}, ''), n."subjectName"), n.verb, n."subjectId",
          n."subjectName", n.details, ${ctx.now.toISOString()}::timestamptz
        from jsonb_to_recordset(${json(settlements.map(activityRow))}::jsonb)
          as n(verb text, "subjectId" uuid, "subjectName" text, details jsonb)
      )
      select pg_notify('outbox', ''), pg_notify(${pageChannel}, ${tags.join(' ')})`)
  })
  onCommit(() => forgetPages(tags))
}

type InvitationRow = { registrationId: string; uid: string; sequence: number; cancelledAt: string | null }

/** Confirmed opens a request or renews a cancelled one; leaving a seat cancels it with a higher SEQUENCE (RFC 5546). */
function nextInvitation(one: Settlement, now: Date): InvitationRow | null {
  const before = one.invitation
  if (one.to === 'confirmed') {
    return {
      registrationId: one.id,
      uid: before?.uid ?? randomUUID(),
      sequence: before ? before.sequence + 1 : 0,
      cancelledAt: null,
    }
  }
  if (!before || before.cancelled) return null
  return {
    registrationId: one.id,
    uid: before.uid,
    sequence: before.sequence + 1,
    cancelledAt: now.toISOString(),
  }
}

function arrivalRow(one: Settlement, place: number) {
  const { id, categoryId, to: state, offerExpiresAt = null, addressAsked = false } = one
  return { id, categoryId, state, place, offerExpiresAt, addressAsked, ...one.attendee }
}

function moveRow(one: Settlement) {
  return {
    id: one.id,
    state: one.to,
    categoryId: one.categoryId,
    // Whoever changes the line stands at its end.
    rejoins: changesCategory(one),
    offerExpiresAt: one.offerExpiresAt ?? null,
    reason: one.reason ?? null,
  }
}

function changesCategory({ attendee, categoryId, fromCategoryId = categoryId }: Settlement): boolean {
  return !attendee && fromCategoryId !== categoryId
}

function mailRow(ctx: Context, one: Settlement, invitation: InvitationRow | null) {
  const facts = {
    ...(one.reason && { reason: one.reason }),
    ...(one.by && { by: one.by }),
    ...(one.offerExpiresAt && { deadline: one.offerExpiresAt.toISOString() }),
    ...(one.addressAsked && { asksAddress: true }),
    ...(invitation && {
      calendar: {
        method: invitation.cancelledAt ? 'CANCEL' : 'REQUEST',
        uid: invitation.uid,
        sequence: invitation.sequence,
        issuedAt: ctx.now.toISOString(),
      },
    }),
  }
  return { registrationId: one.id, kind: mailFor[one.to], ...one.recipient, facts }
}

function activityRow(one: Settlement) {
  return {
    verb: changesCategory(one) ? 'registration.category-changed' : `registration.${one.to}`,
    subjectId: one.id,
    subjectName: one.recipient.name,
    details: {
      from: one.from,
      ...(changesCategory(one) && {
        to: one.to,
        categoryId: one.categoryId,
        fromCategoryId: one.fromCategoryId,
      }),
      ...(one.by && { by: one.by }),
      ...(one.reason && { reason: one.reason }),
    },
  }
}

const json = (rows: unknown[]) => JSON.stringify(rows)
