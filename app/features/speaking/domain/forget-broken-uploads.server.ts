import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { answerFile, file, initiativeDocument, registration, slides } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const day = 24 * 3_600_000
/** The answer of a registration that holds this file. */
const heldBy = sql`jsonb_build_object(${answerFile.code}, jsonb_build_object('values', jsonb_build_array(${answerFile.value})))`

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
  const answer = database()
    .select({ value: answerFile.value })
    .from(answerFile)
    .innerJoin(registration, eq(registration.eventId, answerFile.eventId))
    .where(and(eq(answerFile.fileId, file.id), sql`${registration.answers} @> ${heldBy}`))
  const begun = lt(file.createdAt, new Date(ctx.now.getTime() - day))
  await database()
    .delete(file)
    .where(and(begun, notExists(shown), notExists(document), notExists(answer)))
}
