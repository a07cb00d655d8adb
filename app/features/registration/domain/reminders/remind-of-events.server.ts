import { and, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import { reminderTimes, remindsNow } from '#app/features/mail/domain/reminders/reminder-times.ts'
import type { Context } from '#app/shared/context.ts'
import { type ReminderKind, reminderKinds } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { event } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** As many in a run, so that mails of other kinds find their way between those of a festival. */
const batch = 500

/**
 * Reminds those who have a seat of what begins tomorrow or within the hour, each once; answers how many. What the mail says
 * is read when it leaves.
 */
export async function remindOfEvents(ctx: Context, most = batch): Promise<number> {
  return withTransaction(async (tx) => {
    // The longest day has twenty-five hours.
    const horizon = new Date(ctx.now.getTime() + 26 * 60 * 60_000)
    const near = await tx
      .select()
      .from(event)
      .where(
        and(
          gt(event.startsAt, ctx.now),
          lte(event.startsAt, horizon),
          isNull(event.cancelledAt),
          or(event.remindsDayBefore, event.remindsHourBefore),
        ),
      )
      .orderBy(event.startsAt, event.id)
    let told = 0
    for (const one of near)
      for (const kind of reminderKinds)
        if (remindsNow(kind, one, ctx.now)) told += await remind(ctx, tx, { event: one, kind, most })
    return told
  })
}

type Reminding = { event: typeof event.$inferSelect; kind: ReminderKind; most: number }

/**
 * One statement, however many guests. Whoever got their seat after the moment has read everything just now. A reminder that
 * went out counts for the day it spoke of: when the event moves away from that, another is owed.
 */
async function remind(ctx: Context, tx: Transaction, { event: of, kind, most }: Reminding): Promise<number> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const startsAt = sql`${of.startsAt.toISOString()}::timestamptz`
  const from = sql`${reminderTimes(kind, of).from.toISOString()}::timestamptz`
  const isOfAnotherDay =
    kind === 'day'
      ? sql`(reminder.starts_at at time zone ${of.timeZone}::text)::date <> (${startsAt} at time zone ${of.timeZone}::text)::date`
      : sql`reminder.starts_at <> ${startsAt}`
  const isOwedAgain = sql`${isOfAnotherDay} and reminder.told_at < ${from}`
  const facts = JSON.stringify({ reminder: { kind, startsAt: of.startsAt.toISOString() } })
  const [counted] = await tx.execute<{ told: number }>(sql`
    with told as (
      insert into reminder (registration_id, kind, starts_at, told_at)
      select r.id, ${kind}, ${startsAt}, ${now} from registration r
      where r.event_id = ${of.id} and r.state = 'confirmed' and r.reminded
        and not exists (
          select 1 from reminder where reminder.registration_id = r.id and reminder.kind = ${kind}
            and not (${isOwedAgain})
        )
        and not exists (
          select 1 from outbox o
          where o.registration_id = r.id and o.kind = 'confirmed' and o.created_at >= ${from}
        )
      order by r.arrival limit ${most}
      on conflict (registration_id, kind) do update set starts_at = excluded.starts_at, told_at = excluded.told_at
        where ${isOwedAgain}
      returning registration_id
    ), mailed as (
      ${outboxInsert(sql`
      select r.event_id, r.id, 'reminder', r.locale, r.name, r.email, ${facts}::jsonb
      from told join registration r on r.id = told.registration_id order by r.arrival`)}
      returning id
    )
    select count(*)::int as told, pg_notify('outbox', '') from mailed`)
  return counted?.told ?? 0
}
