import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { log } from '#app/shared/http/log.server.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { event, securityEntry } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { purgeHour } from './security-list.ts'

const standing = and(isNotNull(event.securityAsks), isNull(event.securityPurgedAt))

/**
 * Deletes what guests gave for the lists of security whose hour has come, an event a transaction; and of those who come no
 * longer, when that cannot be taken back any more. Run by the clock every minute; a list that fails holds up no other.
 * Returns how many lists are gone.
 */
export async function purgeSecurityLists(ctx: Context): Promise<number> {
  const events = await database().select().from(event).where(standing)
  let purged = 0
  const failures: unknown[] = []
  for (const one of events.filter((at) => purgeHour(at) <= ctx.now)) {
    try {
      purged += await purge(ctx, one.id)
    } catch (error) {
      log().error({ err: error, event: one.id }, 'a list for security was not deleted')
      failures.push(error)
    }
  }
  await database().execute(sql`
    delete from security_entry s using registration r
    where r.id = s.registration_id and r.state <> 'confirmed'
      and r.updated_at < ${ctx.now.toISOString()}::timestamptz - interval '1 hour'`)
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} lists for security stayed`)
  return purged
}

async function purge(ctx: Context, eventId: string): Promise<number> {
  return withTransaction(async (tx) => {
    const at = await lockEvent(tx, eventId)
    // Somebody may have set a later hour meanwhile.
    if (!at.securityAsks || at.securityPurgedAt || purgeHour(at) > ctx.now) return 0
    const gone = await tx
      .delete(securityEntry)
      .where(sql`registration_id in (select id from registration where event_id = ${eventId})`)
      .returning({ id: securityEntry.registrationId })
    await tx.update(event).set({ securityPurgedAt: ctx.now }).where(eq(event.id, eventId))
    await recordActivity(ctx, { verb: 'security.purged', eventId, details: { count: gone.length } })
    await pageChanged(pageTag.event(eventId))
    return 1
  })
}
