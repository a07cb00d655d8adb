import { eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { initiative } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { checkDetails, detailFields, type InitiativeDetails } from './initiative-details.ts'
import { initiativeChanged, lockInitiative } from './initiative-lock.server.ts'

type InitiativeEdit = { initiativeId: string; revision: number; details: InitiativeDetails }

/** Saves what an organizer wrote, unless somebody saved since `revision`; answers whether anything changed. */
export async function editInitiative(
  ctx: Context,
  { initiativeId, revision, details }: InitiativeEdit,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  checkDetails(details)
  return withTransaction(async (tx) => {
    const before = await lockInitiative(tx, initiativeId)
    if (before.revision !== revision) throw new SavedByOther(before)
    const of = (field: (typeof detailFields)[number]) => {
      const { vi, en, confirmed } = details[field]
      return edit(before[field], { vi, en }, ctx.locale, confirmed)
    }
    const next = { name: of('name'), summary: of('summary'), description: of('description') }
    const fields = detailFields.filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    await tx
      .update(initiative)
      .set({ ...next, revision: revision + 1, updatedAt: ctx.now })
      .where(eq(initiative.id, initiativeId))
    await initiativeChanged(ctx, initiativeId, {
      verb: 'initiative.edited',
      subjectId: initiativeId,
      subjectName: textIn(next.name, ctx.locale),
      details: { fields, changes: changesOf(fields, before, next) },
    })
    return true
  })
}
