import { and, isNull, lt } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { file } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const day = 24 * 3_600_000

/** Throws away what was begun a day ago and never finished. */
export async function forgetBrokenUploads(ctx: Context): Promise<void> {
  await database()
    .delete(file)
    .where(and(isNull(file.completedAt), lt(file.createdAt, new Date(ctx.now.getTime() - day))))
}
