import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import { asksNow } from '#app/features/mail/domain/reminders/reminder-times.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { event } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** As many in a run, so that mails of other kinds find their way between those of a festival. */
const batch = 500

/**
 * Asks those who had a seat, on the day after, how it was: each once, unless they said so already or wish no such mails.
 * Answers how many. What the mail says is read when it leaves.
 */
export async function askForFeedback(ctx: Context, most = batch): Promise<number> {
  return withTransaction(async (tx) => {
    // From the morning after for three days, whatever the clocks do: within five days of the end.
    const since = new Date(ctx.now.getTime() - 5 * 24 * 60 * 60_000)
    const over = await tx
      .select()
      .from(event)
      .where(
        and(
          lte(event.endsAt, ctx.now),
          gt(event.endsAt, since),
          eq(event.asksFeedback, true),
          isNull(event.cancelledAt),
          isNull(event.removedAt),
        ),
      )
      .orderBy(event.endsAt, event.id)
    let asked = 0
    for (const one of over) if (asksNow(one, ctx.now)) asked += await ask(ctx, tx, one, most)
    return asked
  })
}

/** One statement, however many guests; the row that is written with the mail keeps another process from asking again. */
async function ask(
  ctx: Context,
  tx: Transaction,
  of: typeof event.$inferSelect,
  most: number,
): Promise<number> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const startsAt = sql`${of.startsAt.toISOString()}::timestamptz`
  const [counted] = await tx.execute<{ asked: number }>(sql`
    with told as (
      insert into reminder (registration_id, kind, starts_at, told_at)
      select r.id, 'feedback', ${startsAt}, ${now} from registration r
      where r.event_id = ${of.id} and r.state = 'confirmed' and r.reminded and r.email <> ''
        and not exists (select from feedback f where f.registration_id = r.id)
        and not exists (select from reminder t where t.registration_id = r.id and t.kind = 'feedback')
      order by r.arrival limit ${most}
      on conflict (registration_id, kind) do nothing
      returning registration_id
    ), mailed as (
      ${outboxInsert(sql`
      select r.event_id, r.id, 'feedback-asked', r.locale, r.name, r.email, '{}'::jsonb
      from told join registration r on r.id = told.registration_id order by r.arrival`)}
      returning id
    )
    select count(*)::int as asked, pg_notify('outbox', '') from mailed`)
  return counted?.asked ?? 0
}
