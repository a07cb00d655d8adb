import { sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { withTransaction } from '#db/transaction.server.ts'

const batch = 1000

/**
 * Erases who attended the events whose retention date has passed: names, addresses, answers, what they wrote after it, the mails sent to them and what came back of those,
 * their names in the activity; of edits of people what stood there and stands there. The numbers stay. Returns how many registrations were erased; run daily, a batch a run.
 */
export async function erasePastRegistrations(ctx: Context): Promise<number> {
  return withTransaction(async (tx) => {
    const erased = await tx.execute<{ id: string; event_id: string }>(sql`
      with past as (
        select r.id from registration r join event e on e.id = r.event_id
        where greatest(e.retain_until, e.ends_at) < ${ctx.now.toISOString()}::timestamptz
          and e.retain_until is not null and r.email <> ''
        order by r.id limit ${batch} for update of r skip locked
      ), forgotten as (
        update registration r set name = '', email = '', email_key = 'erased:' || r.id, affiliation = '',
          job_title = '', answers = '{}', reason = null, note = '', is_vip = false, beyond_reason = null, person_id = null, companion_names = '{}', wished_companions = 0, wished_names = '{}', token_hash = 'erased:' || r.id,
          token_salt = '', ticket_code = 'erased:' || r.id, updated_at = ${ctx.now.toISOString()}::timestamptz
        from past where r.id = past.id
        returning r.id, r.event_id
      ), asked as (
        delete from address_change c using past where c.registration_id = past.id
      ), said as (
        update feedback f set best = '', better = '' from past where f.registration_id = past.id
      ), shown as (
        delete from security_entry s using past where s.registration_id = past.id
      ), tags as (
        delete from registration_tag t using past where t.registration_id = past.id
      ), silenced as (
        -- Who complained stays left alone, whatever else is forgotten.
        delete from suppression s using outbox o, past
        where s.outbox_id = o.id and o.registration_id = past.id and s.cause <> 'complaint'
      ), mails as (
        delete from outbox o using past where o.registration_id = past.id
      ), told as (
        update announcement_recipient t set name = '', email_key = 'erased:' || t.id from past where t.registration_id = past.id
      ), names as (
        update activity a set subject_name = '', details = '{}',
          actor_name = case when a.account_id is null then '' else a.actor_name end
        from past where a.subject_id = past.id
      )
      select id, event_id from forgotten`)
    await tx.execute(sql`
      update activity a set details = a.details - 'changes' from event e
      where e.id = a.event_id and a.verb in ('person.edited', 'profile.edited') and a.details ? 'changes'
        and greatest(e.retain_until, e.ends_at) < ${ctx.now.toISOString()}::timestamptz and e.retain_until is not null`)
    // What was done to guests, and whom it did not tell, stands beside the activity too.
    await tx.execute(sql`
      with done as (
        update act a set held_back = '[]', subject_name = case when a.verb like 'registration.%' then '' else a.subject_name end
        from event e where e.id = a.event_id
          and (a.held_back <> '[]' or a.verb like 'registration.%' and a.subject_name <> '')
          and greatest(e.retain_until, e.ends_at) < ${ctx.now.toISOString()}::timestamptz and e.retain_until is not null
      )
      update activity a set subject_name = '' from event e
      where e.id = a.event_id and a.verb = 'act.undone' and a.details ->> 'undone' like 'registration.%' and a.subject_name <> ''
        and greatest(e.retain_until, e.ends_at) < ${ctx.now.toISOString()}::timestamptz and e.retain_until is not null`)
    // Hosts' guests who never registered are in no batch.
    await tx.execute(sql`
      update guest_invitation g set name = '', email = '', email_key = 'erased:' || g.id, affiliation = '', job_title = '',
        token_hash = 'erased:' || g.id, token_salt = ''
      from event e where e.id = g.event_id and g.email <> ''
        and greatest(e.retain_until, e.ends_at) < ${ctx.now.toISOString()}::timestamptz and e.retain_until is not null`)
    await tx.execute(sql`
      delete from outbox o using guest_invitation g
      where g.email_key = 'erased:' || g.id and o.kind = 'guest-invited' and o.facts -> 'guest' ->> 'id' = g.id::text`)
    for (const eventId of new Set(erased.map((row) => row.event_id))) {
      const amount = erased.filter((row) => row.event_id === eventId).length
      await recordActivity(ctx, { verb: 'registration.erased', eventId, details: { amount } })
      await pageChanged(pageTag.seats(eventId))
    }
    return erased.length
  })
}
