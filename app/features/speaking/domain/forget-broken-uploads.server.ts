import { and, eq, isNull, lt, notExists } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { file, initiativeDocument, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const day = 24 * 3_600_000

/** Throws away what was begun a day ago and never finished, and files that nothing shows any more. */
export async function forgetBrokenUploads(ctx: Context): Promise<void> {
  const shown = database()
    .select({ id: slides.id })
    .from(slides)
    .where(and(eq(slides.fileId, file.id), isNull(slides.removedAt)))
  const document = database()
    .select({ id: initiativeDocument.id })
    .from(initiativeDocument)
    .where(eq(initiativeDocument.fileId, file.id))
  const begun = lt(file.createdAt, new Date(ctx.now.getTime() - day))
  await database()
    .delete(file)
    .where(and(begun, notExists(shown), notExists(document)))
}
