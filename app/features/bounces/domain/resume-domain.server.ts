import { and, eq, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { pausedDomain } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getPausedDomain } from './paused-domains.server.ts'

/** Writes to a domain again: everybody's mails that waited for it are due at once. Answers whether it had been paused. */
export async function resumeDomain(
  ctx: Context,
  { organizationId, pausedId }: { organizationId: string; pausedId: string },
): Promise<boolean> {
  await requireOrganizationRight(ctx, 'outbox.send', organizationId)
  return withTransaction(async (tx) => {
    const { domain } = await getPausedDomain(ctx, organizationId, pausedId)
    const resumed = await tx
      .update(pausedDomain)
      .set({
        resumedAt: ctx.now,
        resumedById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where(and(eq(pausedDomain.id, pausedId), isNull(pausedDomain.resumedAt)))
      .returning({ id: pausedDomain.id })
    if (resumed.length === 0) return false
    await tx.execute(sql`
      update outbox set next_attempt_at = now(), last_error = null
      where state = 'queued' and last_error = 'domain-paused'
        and split_part(lower(recipient_email), '@', 2) = ${domain}`)
    await tx.execute(sql`select pg_notify('outbox', '')`)
    await recordActivity(ctx, { verb: 'domain.resumed', organizationId, subjectName: domain })
    return true
  })
}
