import { and, isNull, lt } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { bounce } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const days = 24 * 3_600_000
export const unprovenLasts = 90 * days

/** Forgets reports that proved nothing and that nobody acted on: they name people whom we may not know. Run daily. */
export async function forgetUnproven(ctx: Context): Promise<number> {
  const gone = await database()
    .delete(bounce)
    .where(and(isNull(bounce.outboxId), lt(bounce.receivedAt, new Date(ctx.now.getTime() - unprovenLasts))))
    .returning({ id: bounce.id })
  return gone.length
}
