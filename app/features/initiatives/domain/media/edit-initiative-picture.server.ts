import { eq } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { picture } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Words } from '../editing/initiative-details.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { getInitiativePicture } from './initiative-pictures.server.ts'

export const wordsOfPicture = ['alt', 'caption', 'credit'] as const
type PictureWords = Record<(typeof wordsOfPicture)[number], Words>
type PictureEdit = { initiativeId: string; pictureId: string; revision: number; words: PictureWords }

/** Writes what is said of a picture, unless somebody saved it since `revision`; the image stays. Answers whether anything changed. */
export async function editInitiativePicture(
  ctx: Context,
  { initiativeId, pictureId, revision, words }: PictureEdit,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const before = await getInitiativePicture(initiativeId, pictureId)
    if (before.revision !== revision) throw new SavedByOther(before)
    const of = (field: (typeof wordsOfPicture)[number]) => {
      const { vi, en, confirmed } = words[field]
      return edit(before[field], { vi, en }, ctx.locale, confirmed)
    }
    const next = { alt: of('alt'), caption: of('caption'), credit: of('credit') }
    // Without words for those who do not see it, readers would not be shown it.
    for (const locale of ['vi', 'en'] as const)
      if (!next.alt[locale]) throw new Refusal('picture-undescribed', 'invalid', { field: `alt.${locale}` })
    const fields = wordsOfPicture.filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    await tx
      .update(picture)
      .set({ ...next, revision: revision + 1 })
      .where(eq(picture.id, pictureId))
    await partChanged(ctx, initiativeId, {
      verb: 'initiative-picture.edited',
      subjectId: pictureId,
      subjectName: textIn(next.alt, ctx.locale),
      details: { fields, changes: changesOf(fields, before, next) },
    })
    return true
  })
}
