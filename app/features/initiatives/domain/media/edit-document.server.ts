import { eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { initiativeDocument } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Words } from '../editing/initiative-details.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { getDocument } from './documents.server.ts'

type DocumentEdit = { initiativeId: string; documentId: string; revision: number; title: Words }

/** Calls a document something else, unless somebody saved it since `revision`; its file stays. Answers whether anything changed. */
export async function editDocument(
  ctx: Context,
  { initiativeId, documentId, revision, title }: DocumentEdit,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const before = await getDocument(initiativeId, documentId)
    if (before.revision !== revision) throw new SavedByOther(before)
    const { vi, en, confirmed } = title
    const next = { title: edit(before.title, { vi, en }, ctx.locale, confirmed) }
    const name = textIn(next.title, ctx.locale)
    if (!name) throw new Refusal('initiative-part-unnamed', 'invalid', { field: 'title.vi' })
    if (sameValue(before.title, next.title)) return false
    await tx
      .update(initiativeDocument)
      .set({ ...next, revision: revision + 1 })
      .where(eq(initiativeDocument.id, documentId))
    await partChanged(ctx, initiativeId, {
      verb: 'document.edited',
      subjectId: documentId,
      subjectName: name,
      details: { fields: ['title'], changes: changesOf(['title'], before, next) },
    })
    return true
  })
}
