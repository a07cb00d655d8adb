import { sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { LockedEvent } from './event-lock.server.ts'

/**
 * Tells everybody with a seat, in their calendar and by mail, that time or place moved; `before` is how it was. Where
 * only the title changed, those are told who read it in a language of `renamedFor`, and their answers stand.
 * An event that nobody was told about, that is cancelled, or that was over and still is, tells nobody. Answers how many
 * were told.
 */
export async function announceMove(
  ctx: Context,
  before: LockedEvent,
  { endsAt, renamedFor = null }: { endsAt: Date; renamedFor?: readonly Locale[] | null },
): Promise<number> {
  const now = ctx.now.toISOString()
  const readers = JSON.stringify(renamedFor ?? locales)
  const resets = renamedFor === null
  const isOver = before.endsAt < ctx.now && endsAt < ctx.now
  if (!before.publishedAt || before.cancelledAt || isOver) return 0
  const previous = {
    title: before.title,
    startsAt: before.startsAt.toISOString(),
    endsAt: before.endsAt.toISOString(),
    timeZone: before.timeZone,
    place: before.venue && {
      name: before.venue.name,
      address: before.venue.address,
      city: before.venue.city,
      country: before.venue.country,
    },
  }
  return withTransaction(async (tx) => {
    const told = await tx.execute(sql`
      with renewed as (
        update invitation i set sequence = i.sequence + 1, issued_at = ${now}::timestamptz,
          answer = case when ${resets}::boolean then 'needs-action' else i.answer end,
          answered_at = case when ${resets}::boolean then null else i.answered_at end
        from registration r
        where r.id = i.registration_id and r.event_id = ${before.id} and r.state = 'confirmed'
          and i.cancelled_at is null and ${readers}::jsonb ? r.locale
        returning i.uid, i.sequence, r.id, r.locale, r.name, r.email
      ), overtaken as (
        -- A move that nobody was told of yet is told together with this one, as seen from what they know.
        delete from outbox o using renewed n
        where o.registration_id = n.id and o.kind = 'changed' and o.state = 'queued'
        returning o.registration_id, o.facts -> 'previous' as previous, o.created_at
      )
      ${outboxInsert(sql`
      select ${before.id}, id, 'changed', locale, name, email,
        jsonb_build_object('previous', coalesce(
          (select t.previous from overtaken t where t.registration_id = renewed.id order by t.created_at limit 1),
          ${JSON.stringify(previous)}::jsonb), 'calendar', jsonb_build_object(
          'method', 'REQUEST', 'uid', uid, 'sequence', sequence, 'issuedAt', ${now}::text))
      from renewed`)}
      returning 1`)
    if (told.length > 0) await tx.execute(sql`select pg_notify('outbox', '')`)
    return told.length
  })
}
