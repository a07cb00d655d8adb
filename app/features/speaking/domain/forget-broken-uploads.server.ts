import { and, eq, isNull, lt, notExists } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { file, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const day = 24 * 3_600_000

/** Throws away what was begun a day ago and never finished, and files whose session, speaker or event is gone. */
export async function forgetBrokenUploads(ctx: Context): Promise<void> {
  const shown = database()
    .select({ id: slides.id })
    .from(slides)
    .where(and(eq(slides.fileId, file.id), isNull(slides.removedAt)))
  await database()
    .delete(file)
    .where(and(lt(file.createdAt, new Date(ctx.now.getTime() - day)), notExists(shown)))
}
