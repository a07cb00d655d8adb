import { and, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { indexEdition, indexEntry, indexUnit } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getEdition, type StoredIndex, type StoredUnit } from './indices.server.ts'
import { editionTold } from './save-edition.server.ts'
import { editionDay, isThere } from './units.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }
export type EntryDetails = {
  rank: number | null
  rankSource: TypedText
  score: number | null
  scoreSource: TypedText
}
type Place = { of: StoredIndex; editionId: string; key: string; details: EntryDetails }
type Edition = Awaited<ReturnType<typeof getEdition>>
export type EditedEntry = Edition['entries'][number]

const fieldsOf = ['rank', 'rankSource', 'score', 'scoreSource'] as const

/** What an edition says of a thing that it did not name before, and that was there on its day. */
export async function addEntry(ctx: Context, { of, editionId, key, details }: Place): Promise<void> {
  await withEdition(ctx, { of, editionId }, async (tx, edition) => {
    const [unit] = await tx
      .select()
      .from(indexUnit)
      .where(and(eq(indexUnit.indexId, of.id), eq(indexUnit.key, key)))
    if (!unit || !isThere(unit, editionDay(edition))) throw new Refusal('unit-missing', 'invalid')
    if (edition.entries.some((entry) => entry.key === key)) throw new Refusal('entry-taken', 'state')
    await tx.insert(indexEntry).values({ editionId, unitId: unit.id, ...nextOf(ctx, null, details) })
    await entryTold(ctx, of, edition, unit)
  })
}

/** Changes the rank and the score of a thing, unless somebody saved them since `revision`. Answers whether anything changed. */
export async function editEntry(
  ctx: Context,
  { of, editionId, key, revision, details }: Place & { revision: number },
): Promise<boolean> {
  return withEdition(ctx, { of, editionId }, async (tx, edition) => {
    const before = edition.entries.find((entry) => entry.key === key)
    if (!before) throw new Refusal('entry-missing', 'missing')
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = nextOf(ctx, before, details)
    const fields = fieldsOf.filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    await tx
      .update(indexEntry)
      .set({ ...next, revision: revision + 1 })
      .where(eq(indexEntry.id, before.id))
    await entryTold(ctx, of, edition, before)
    return true
  })
}

async function withEdition<T>(
  ctx: Context,
  { of, editionId }: { of: StoredIndex; editionId: string },
  work: (tx: Transaction, edition: Edition) => Promise<T>,
): Promise<T> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    const own = and(eq(indexEdition.id, editionId), eq(indexEdition.indexId, of.id))
    await tx.select({ id: indexEdition.id }).from(indexEdition).where(own).for('update')
    return work(tx, await getEdition(ctx, of, editionId))
  })
}

function nextOf(ctx: Context, before: EditedEntry | null, details: EntryDetails) {
  const { rank, score } = details
  const said = (field: 'rankSource' | 'scoreSource'): TranslatedText => {
    const { vi, en, confirmed } = details[field]
    return edit(before?.[field] ?? {}, { vi, en }, ctx.locale, confirmed)
  }
  const next = { rank, rankSource: said('rankSource'), score, scoreSource: said('scoreSource') }
  // Every value has somebody who says so, and nobody speaks of none.
  for (const field of ['rank', 'score'] as const)
    if ((next[field] === null) === (textIn(next[`${field}Source`], ctx.locale) !== ''))
      throw new Refusal('entry-source', 'invalid')
  return next
}

function entryTold(ctx: Context, of: StoredIndex, edition: Edition, { name }: Pick<StoredUnit, 'name'>) {
  return editionTold(ctx, 'edition.entry', of, edition, { entry: textIn(name, ctx.locale) })
}
