import { and, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiativeDocument } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes a document from readers at once; its file is thrown away when that cannot be taken back any more. */
export async function removeDocument(
  ctx: Context,
  { initiativeId, documentId }: { initiativeId: string; documentId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const own = and(eq(initiativeDocument.id, documentId), eq(initiativeDocument.initiativeId, initiativeId))
    const [gone] = uuid.test(documentId) ? await tx.delete(initiativeDocument).where(own).returning() : []
    if (!gone) throw new Refusal('document-missing', 'missing')
    await partChanged(ctx, initiativeId, {
      verb: 'document.removed',
      subjectId: documentId,
      subjectName: textIn(gone.title, ctx.locale),
    })
  })
}
