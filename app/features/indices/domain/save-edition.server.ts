import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { PartialDate } from '#app/shared/time/partial-date.ts'
import { indexEdition, indexEntry } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredEdition, StoredIndex } from './indices.server.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }
const words = ['announcedAt', 'participantsSource', 'note', 'source'] as const
const plainFields = ['year', 'announcedOn', 'participants'] as const

export type EditionDetails = {
  year: number
  announcedOn: PartialDate | null
  participants: number | null
} & Record<(typeof words)[number], TypedText>

/** A new edition, which readers do not see before it is published. */
export async function addEdition(
  ctx: Context,
  { of, details }: { of: StoredIndex; details: EditionDetails },
): Promise<StoredEdition> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    const [added] = await tx
      .insert(indexEdition)
      .values({ indexId: of.id, ...nextOf(ctx, null, details), createdAt: ctx.now })
      .onConflictDoNothing()
      .returning()
    if (!added) throw new Refusal('edition-taken', 'state')
    await editionTold(ctx, 'edition.added', of, added)
    return added
  })
}

/** Changes what is known of an edition, unless somebody saved it since it was `seen`. Answers whether anything changed. */
export async function editEdition(
  ctx: Context,
  { of, seen, details }: { of: StoredIndex; seen: StoredEdition; details: EditionDetails },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    const own = ofIndex(of, seen.id)
    const [before] = await tx.select().from(indexEdition).where(own).for('update')
    if (!before) throw new Refusal('edition-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const next = nextOf(ctx, before, details)
    const fields = [...plainFields, ...words].filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    const taken = and(eq(indexEdition.indexId, of.id), eq(indexEdition.year, next.year))
    if (next.year !== before.year && (await tx.$count(indexEdition, taken)) > 0)
      throw new Refusal('edition-taken', 'state')
    await tx
      .update(indexEdition)
      .set({ ...next, revision: before.revision + 1 })
      .where(own)
    await editionTold(ctx, 'edition.edited', of, { ...before, ...next }, { fields })
    return true
  })
}

/** Shows an edition to readers, or no more. Answers whether that changed anything. */
export async function showEdition(
  ctx: Context,
  { of, editionId, shown }: { of: StoredIndex; editionId: string; shown: boolean },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    if (shown && (await tx.$count(indexEntry, eq(indexEntry.editionId, editionId))) === 0)
      throw new Refusal('edition-empty', 'state')
    const isOther = shown ? isNull(indexEdition.publishedAt) : isNotNull(indexEdition.publishedAt)
    const [changed] = await tx
      .update(indexEdition)
      .set({ publishedAt: shown ? ctx.now : null })
      .where(and(ofIndex(of, editionId), isOther))
      .returning()
    if (!changed) return false
    await editionTold(ctx, shown ? 'edition.published' : 'edition.withdrawn', of, changed)
    return true
  })
}

/** Removes an edition with all that it says. */
export async function removeEdition(
  ctx: Context,
  { of, editionId }: { of: StoredIndex; editionId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  await withTransaction(async (tx) => {
    const [removed] = await tx.delete(indexEdition).where(ofIndex(of, editionId)).returning()
    if (!removed) throw new Refusal('edition-missing', 'missing')
    await editionTold(ctx, 'edition.removed', of, removed)
  })
}

function ofIndex(of: StoredIndex, editionId: string) {
  return and(eq(indexEdition.id, editionId), eq(indexEdition.indexId, of.id))
}

function nextOf(ctx: Context, before: StoredEdition | null, details: EditionDetails) {
  const { year, announcedOn, participants } = details
  const edited = (field: (typeof words)[number]): TranslatedText => {
    const { vi, en, confirmed } = details[field]
    return edit(before?.[field] ?? {}, { vi, en }, ctx.locale, confirmed)
  }
  return {
    year,
    announcedOn,
    participants,
    announcedAt: edited('announcedAt'),
    participantsSource: edited('participantsSource'),
    note: edited('note'),
    source: edited('source'),
  }
}

/** What an edition is called in the activity, and the pages that tell of it. */
export async function editionTold(
  ctx: Context,
  verb: string,
  of: StoredIndex,
  { id, year }: Pick<StoredEdition, 'id' | 'year'>,
  details: Record<string, unknown> = {},
): Promise<void> {
  const { initiativeId, name } = of
  const subjectName = `${textIn(name, ctx.locale)} ${year}`
  await recordActivity(ctx, { verb, initiativeId, subjectId: id, subjectName, details })
  await pageChanged(pageTag.initiative(initiativeId), pageTag.home)
}
