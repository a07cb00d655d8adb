import { and, eq, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { suppression } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSuppression } from './suppressions.server.ts'

type Lifting = { organizationId: string; suppressionId: string; reason: string }

/**
 * Writes to an address again, with a reason that others can read. What came back before counts no more. Refuses one
 * that was lifted already, and a complaint about another organization's mail.
 */
export async function liftSuppression(
  ctx: Context,
  { organizationId, suppressionId, reason }: Lifting,
): Promise<void> {
  await requireOrganizationRight(ctx, 'outbox.send', organizationId)
  await withTransaction(async (tx) => {
    const found = await getSuppression(ctx, organizationId, suppressionId)
    if (!found.mayLift) throw new Refusal('suppression-others', 'rights')
    const lifted = await tx
      .update(suppression)
      .set({
        liftedAt: ctx.now,
        liftedReason: reason,
        liftedById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where(and(eq(suppression.id, suppressionId), isNull(suppression.liftedAt)))
      .returning({ id: suppression.id })
    if (lifted.length === 0) throw new Refusal('suppression-lifted', 'state')
    await recordActivity(ctx, {
      verb: 'suppression.lifted',
      organizationId,
      ...(found.mail?.eventId && { eventId: found.mail.eventId }),
      subjectId: suppressionId,
      subjectName: found.mail?.recipientName || found.email,
      details: { reason },
    })
  })
}
