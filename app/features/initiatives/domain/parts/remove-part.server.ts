import { and, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { initiativeGoal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { type PartKind, partFields } from './part-kinds.ts'
import { getPart, partTables } from './part-rows.server.ts'

/** Takes a goal, an entry of the news or a figure away; within an act it comes back as it was. */
export async function removePart(
  ctx: Context,
  { initiativeId, kind, partId }: { initiativeId: string; kind: PartKind; partId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const gone = (await getPart(kind, initiativeId, partId)) as Record<string, unknown>
    const table = partTables[kind] as typeof initiativeGoal
    await tx.delete(table).where(and(eq(table.id, partId), eq(table.initiativeId, initiativeId)))
    await partChanged(ctx, initiativeId, {
      verb: `${kind}.removed`,
      subjectId: partId,
      subjectName: textIn(gone[partFields[kind].name] as TranslatedText, ctx.locale),
    })
  })
}
