import { and, inArray, lt, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { draftChange } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { keptChanges } from './draft-changes.server.ts'

const day = 24 * 3_600_000

/** Of the changes of each draft, those of thirty days stay, and the last ones whatever their age. */
export async function forgetOldChanges(ctx: Context): Promise<void> {
  await withTransaction(async (tx) => {
    const counted = tx.$with('counted').as(
      tx
        .select({
          id: draftChange.id,
          place: sql<number>`row_number() over (partition by event_id order by id desc)`.as('place'),
        })
        .from(draftChange),
    )
    const behind = tx.select({ id: counted.id }).from(counted).where(sql`${counted.place} > ${keptChanges}`)
    await tx
      .with(counted)
      .delete(draftChange)
      .where(and(lt(draftChange.at, new Date(ctx.now.getTime() - 30 * day)), inArray(draftChange.id, behind)))
  })
}
