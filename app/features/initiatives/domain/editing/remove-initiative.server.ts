import { and, eq, isNotNull, lt } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiative } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { removalProblem } from './initiative-details.ts'
import { bodiesOf, initiativeChanged, lockInitiative } from './initiative-lock.server.ts'

/** How long what was removed can still come back: longer than any act is held. */
const keptMinutes = 15

/** Takes a draft that one body carries alone from everybody's sight; it is deleted when that cannot be taken back. */
export async function removeInitiative(ctx: Context, initiativeId: string): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.bodies', initiativeId)
  await withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    const bodies = (await bodiesOf(tx, initiativeId)).length
    const problem = removalProblem({ publishedAt: before.publishedAt, bodies })
    if (problem) throw new Refusal(problem, 'state')
    await tx.update(initiative).set({ removedAt: ctx.now }).where(eq(initiative.id, initiativeId))
    await initiativeChanged(ctx, initiativeId, {
      verb: 'initiative.removed',
      subjectId: initiativeId,
      subjectName: textIn(before.name, ctx.locale),
    })
  })
}

/** Deletes what was removed for good. Run by the clock. */
export async function eraseRemovedInitiatives(ctx: Context): Promise<number> {
  const over = new Date(ctx.now.getTime() - keptMinutes * 60_000)
  const gone = await database()
    .delete(initiative)
    .where(and(isNotNull(initiative.removedAt), lt(initiative.removedAt, over)))
    .returning({ id: initiative.id })
  return gone.length
}
