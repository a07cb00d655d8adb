import { and, eq, isNull, lte } from 'drizzle-orm'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { fillSessionSeats } from '#app/features/registration/domain/seats/session-seats.server.ts'
import type { Context } from '#app/shared/context.ts'
import { log } from '#app/shared/http/log.server.ts'
import { act, actChange } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

/**
 * Closes the acts that can no longer be taken back: the seats they freed are offered on, and what they remembered of rows
 * is forgotten. Run by the clock every minute, in any number of processes; one that fails holds up no other.
 */
export async function finishActs(ctx: Context): Promise<number> {
  const open = and(isNull(act.finishedAt), lte(act.heldUntil, ctx.now))
  const due = await database().select({ id: act.id }).from(act).where(open).orderBy(act.heldUntil)
  let finished = 0
  const failures: unknown[] = []
  for (const { id } of due) {
    try {
      finished += await withTransaction(async (tx) => {
        const [one] = await tx
          .update(act)
          .set({ finishedAt: ctx.now })
          .where(and(eq(act.id, id), open))
          .returning()
        if (!one) return 0
        await tx.delete(actChange).where(eq(actChange.actId, id))
        if (one.freesSeats && one.eventId) {
          await offerFreeSeats(ctx, one.eventId)
          await fillSessionSeats(ctx, { eventId: one.eventId })
        }
        return 1
      })
    } catch (error) {
      log().error({ err: error, act: id }, 'an act was not finished')
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} acts were not finished`)
  return finished
}
