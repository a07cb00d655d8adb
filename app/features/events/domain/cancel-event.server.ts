import { sql } from 'drizzle-orm'
import { cancelInvitations } from '#app/features/invitations/domain/cancel-invitations.server.ts'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import { placeFact, toldSession } from '#app/features/registration/domain/seats/told-place.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from './event-lock.server.ts'

/** Calls the event off for good: every registration, seat in a session and invitation that stands ends, with its mail and calendar entries. */
export async function cancelEvent(
  ctx: Context,
  { eventId, reason }: { eventId: string; reason: string },
): Promise<{ told: number }> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    if (before.cancelledAt) throw new Refusal('event-cancelled', 'state')
    await tx.execute(sql`
      update event set cancelled_at = ${ctx.now.toISOString()}::timestamptz, seated = 0, beyond = 0, held = 0, revision = revision + 1,
        updated_at = ${ctx.now.toISOString()}::timestamptz
      where id = ${eventId}`)
    const told = await endRegistrations(tx, ctx, eventId, reason)
    const speakers = await cancelInvitations(ctx, tx, { eventId, reason })
    await recordActivity(ctx, {
      verb: 'event.cancelled',
      eventId,
      subjectId: eventId,
      subjectName: textIn(before.title, ctx.locale),
      details: { reason, told: told + speakers.told },
    })
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId), pageTag.home)
    return { told }
  })
}

async function endRegistrations(
  tx: Transaction,
  ctx: Context,
  eventId: string,
  reason: string,
): Promise<number> {
  const now = ctx.now.toISOString()
  await tx.execute(sql`
    update guest_category set cancelled = cancelled + pending + confirmed + waitlisted + offered,
      pending = 0, confirmed = 0, waitlisted = 0, offered = 0, beyond = 0, companions = 0, held = 0
    where event_id = ${eventId}`)
  const told = await tx.execute(sql`
    with ended as (
      update registration set state = 'cancelled', offer_expires_at = null, beyond_category = false, beyond_event = false,
        companions = 0, companion_names = '{}', reason = nullif(${reason}, ''),
        revision = revision + 1, updated_at = ${now}::timestamptz
      where event_id = ${eventId} and state in ('pending', 'confirmed', 'waitlisted', 'offered')
      returning id, locale, name, email
    ), withdrawn as (
      update invitation i set sequence = i.sequence + 1, issued_at = ${now}::timestamptz,
        cancelled_at = ${now}::timestamptz
      from ended e where e.id = i.registration_id and i.cancelled_at is null
      returning i.registration_id, i.uid, i.sequence
    ), seats as (
      update sign_up u set state = 'cancelled', sequence = u.sequence + 1
      from ended e where u.registration_id = e.id and u.state = 'confirmed'
      returning u.*
    ), lines as (
      update sign_up u set state = 'cancelled' from ended e where u.registration_id = e.id and u.state = 'waitlisted'
    ), emptied as (
      update session set signed_up = 0, waitlisted = 0 where event_id = ${eventId} and sign_up
    ), places as (
      select u.registration_id, jsonb_agg(${placeFact(sql`'cancelled'`)} order by said.starts_at, said.slug) as told
      from seats u join session s on s.id = u.session_id
      cross join lateral ${toldSession} said
      group by u.registration_id
    )
    ${outboxInsert(sql`
      select ${eventId}, e.id, 'cancelled', e.locale, e.name, e.email,
        jsonb_strip_nulls(jsonb_build_object('reason', nullif(${reason}::text, ''), 'by', 'event',
          'calendar', case when w.uid is not null then jsonb_build_object(
            'method', 'CANCEL', 'uid', w.uid, 'sequence', w.sequence, 'issuedAt', ${now}::text) end))
          || case when p.told is null then '{}'::jsonb else jsonb_build_object('places', p.told) end
      from ended e left join withdrawn w on w.registration_id = e.id left join places p on p.registration_id = e.id`)}
    returning 1`)
  if (told.length > 0) await tx.execute(sql`select pg_notify('outbox', '')`)
  return told.length
}
