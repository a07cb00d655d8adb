import { eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { initiativeOf } from './initiative-of.server.ts'
import { forgetTies } from './leave-initiative.server.ts'
import { toldMail } from './supporter-mail.server.ts'
import { lockSupporter } from './supporter-row.server.ts'

type Removal = { initiativeId: string; id: string; reason: string }

/**
 * An organizer removes a supporter, who is told why; their address joins no more until they are let back. For acts, which
 * hold the mail and take all of it back.
 */
export async function removeSupporter(ctx: Context, { initiativeId, id, reason }: Removal): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
    if (before.state === 'removed') return
    await tx
      .update(supporter)
      .set({
        state: 'removed',
        removedReason: reason,
        listedAt: null,
        newsAt: null,
        revision: before.revision + 1,
      })
      .where(eq(supporter.id, id))
    await forgetTies(ctx, tx, before)
    // Whoever never confirmed may never have heard of us.
    if (before.state === 'joined') {
      const initiative = await initiativeOf(initiativeId)
      await queueMail(toldMail('removed', before, { initiative, reason }))
    }
    await recordActivity(ctx, {
      verb: 'supporter.removed',
      initiativeId,
      subjectId: id,
      subjectName: before.body || before.name,
      details: { reason },
    })
    await pageChanged(pageTag.initiative(initiativeId))
  })
}

/** Lets an address join again that was removed; it stands as one that left. Answers whether it was removed. */
export async function readmitSupporter(
  ctx: Context,
  { initiativeId, id }: Omit<Removal, 'reason'>,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
    if (before.state !== 'removed') return false
    await tx
      .update(supporter)
      .set({ state: 'left', removedReason: null, leftAt: ctx.now, revision: before.revision + 1 })
      .where(eq(supporter.id, id))
    await recordActivity(ctx, {
      verb: 'supporter.readmitted',
      initiativeId,
      subjectId: id,
      subjectName: before.body || before.name,
    })
    return true
  })
}
