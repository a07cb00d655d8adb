import { sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** As many in a run, so that other mails find their way between them. */
const batch = 500

/**
 * Tells those who wished it that registration is open, each once, and forgets them with the mail; so are those who never
 * confirmed, and those whose event can be registered for no more. Answers how many were told.
 */
export async function tellOpenings(ctx: Context, most = batch): Promise<number> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  return withTransaction(async (tx) => {
    const [counted] = await tx.execute<{ told: number }>(sql`
      with open as (
        select id from event
        where published_at is not null and cancelled_at is null and registration_opens_at <= ${now}
          and coalesce(registration_closes_at, starts_at) > ${now}
      ), due as (
        select w.id from opening_wish w join open on open.id = w.event_id
        where w.confirmed_at is not null
        order by w.created_at limit ${most} for update of w skip locked
      ), told as (
        delete from opening_wish w using due where w.id = due.id
        returning w.event_id, w.locale, w.email
      ), mailed as (
        ${outboxInsert(sql`select event_id, null, 'opening', locale, '', email, '{}'::jsonb from told`)}
        returning id
      )
      select count(*)::int as told, pg_notify('outbox', '') from mailed`)
    await tx.execute(sql`
      delete from opening_wish w using event e
      where e.id = w.event_id and (
        (w.confirmed_at is null and w.expires_at < ${now})
        or e.cancelled_at is not null or e.starts_at <= ${now}
        or coalesce(e.registration_closes_at <= ${now}, false)
      )`)
    return counted?.told ?? 0
  })
}
