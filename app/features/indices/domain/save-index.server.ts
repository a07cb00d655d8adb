import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { IndexGrid } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { dataIndex, indexSuccession, indexUnit } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredIndex } from './indices.server.ts'
import { provinceSuccessions, provinceUnits } from './provinces/provinces.ts'

/** An initiative has an index or two, not dozens. */
const mostIndices = 20

type TypedText = { vi: string; en: string; confirmed?: boolean }
type NewIndex = {
  initiativeId: string
  slug: string
  grid: IndexGrid
  name: TranslatedText
  summary: TranslatedText
}

/** A new index under an address that no other has; one of provinces knows all of them from the start. */
export async function addIndex(ctx: Context, details: NewIndex): Promise<StoredIndex> {
  const { initiativeId } = details
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    if ((await tx.$count(dataIndex, eq(dataIndex.initiativeId, initiativeId))) >= mostIndices)
      throw new Refusal('indices-too-many', 'state', { limit: mostIndices })
    const [added] = await tx
      .insert(dataIndex)
      .values({ ...details, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning()
    if (!added) throw new Refusal('index-address-taken', 'state')
    if (added.grid === 'provinces') await plantProvinces(tx, added.id)
    await told(ctx, 'index.added', added)
    return added
  })
}

async function plantProvinces(tx: Transaction, indexId: string): Promise<void> {
  const units = await tx
    .insert(indexUnit)
    .values(
      provinceUnits().map(({ name, source, ...unit }) => {
        return { ...unit, indexId, name: write(name), source: write(source) }
      }),
    )
    .returning({ id: indexUnit.id, key: indexUnit.key })
  const ids = new Map(units.map(({ id, key }) => [key, id]))
  const idOf = (key: string) => {
    const id = ids.get(key)
    if (!id) throw new Error(`No province is called ${key}`)
    return id
  }
  await tx.insert(indexSuccession).values(
    provinceSuccessions().map(({ before, after, onDay, source }) => {
      return { beforeId: idOf(before), afterId: idOf(after), onDay, source: write(source) }
    }),
  )
}

const fieldsOf = ['name', 'summary'] as const

/** Changes what an index is called and says, unless somebody saved it since it was `seen`. Answers whether anything changed. */
export async function editIndex(
  ctx: Context,
  { seen, details }: { seen: StoredIndex; details: Record<(typeof fieldsOf)[number], TypedText> },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', seen.initiativeId)
  return withTransaction(async (tx) => {
    const [before] = await tx.select().from(dataIndex).where(eq(dataIndex.id, seen.id)).for('update')
    if (!before) throw new Refusal('index-missing', 'missing')
    if (before.revision !== seen.revision) throw new SavedByOther(before)
    const next = {
      name: edit(before.name, details.name, ctx.locale, details.name.confirmed),
      summary: edit(before.summary, details.summary, ctx.locale, details.summary.confirmed),
    }
    const fields = fieldsOf.filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    const renewed = { ...next, revision: before.revision + 1 }
    const [saved] = await tx.update(dataIndex).set(renewed).where(eq(dataIndex.id, seen.id)).returning()
    if (saved) await told(ctx, 'index.edited', saved, { fields })
    return true
  })
}

async function told(ctx: Context, verb: string, of: StoredIndex, details: { fields?: string[] } = {}) {
  const { id, initiativeId, name } = of
  const subjectName = textIn(name, ctx.locale)
  await recordActivity(ctx, { verb, initiativeId, subjectId: id, subjectName, details })
  await pageChanged(pageTag.initiative(initiativeId), pageTag.home)
}
