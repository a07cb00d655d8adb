import { eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiative } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { publishingProblem } from './initiative-details.ts'
import { initiativeChanged, lockInitiative } from './initiative-lock.server.ts'

/** Shows an initiative to readers, or takes it off again. Asking for what is so already changes nothing. */
export async function publishInitiative(
  ctx: Context,
  { initiativeId, published = true }: { initiativeId: string; published?: boolean },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    if ((before.publishedAt !== null) === published) return
    const problem = published ? publishingProblem(before) : null
    if (problem) throw new Refusal(problem, 'state')
    await tx
      .update(initiative)
      .set({ publishedAt: published ? ctx.now : null, updatedAt: ctx.now })
      .where(eq(initiative.id, initiativeId))
    await initiativeChanged(ctx, initiativeId, {
      verb: published ? 'initiative.published' : 'initiative.unpublished',
      subjectId: initiativeId,
      subjectName: textIn(before.name, ctx.locale),
    })
  })
}
