import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { dataIndex, indexUnit } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { findUnits, type StoredIndex, type StoredUnit } from './indices.server.ts'
import type { TypedKin } from './kin-lines.ts'
import { saveKin } from './save-kin.server.ts'

/** More than any index has. */
const mostUnits = 3000

type TypedText = { vi: string; en: string; confirmed?: boolean }
export type UnitDetails = {
  /** By which tables and addresses know it; made from the name where none is given. */
  key: string
  name: TypedText
  fromDay: string | null
  toDay: string | null
  source: TypedText
  before: TypedKin[]
  after: TypedKin[]
  /** The translations of all sources of what it came of and went on in are still right. */
  sourcesConfirmed?: boolean
}

/** One thing of an index with what it was made of and what it went on in, or refused. */
export async function getUnit(of: StoredIndex, key: string) {
  const { units, successions } = await findUnits(of.id)
  const unit = units.find((one) => one.key === key)
  if (!unit) throw new Refusal('unit-missing', 'missing')
  return {
    ...unit,
    before: successions.filter(({ after }) => after === key).map((one) => ({ ...one, key: one.before })),
    after: successions.filter(({ before }) => before === key).map((one) => ({ ...one, key: one.after })),
  }
}
export type UnitWithKin = Awaited<ReturnType<typeof getUnit>>

/** A thing that can be ranked from now on; answers its key. */
export async function addUnit(
  ctx: Context,
  { of, details }: { of: StoredIndex; details: UnitDetails },
): Promise<string> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  const key = details.key || slugOf(details.name.en || details.name.vi)
  return withTransaction(async (tx) => {
    await lockIndex(tx, of)
    const count = await tx.$count(indexUnit, eq(indexUnit.indexId, of.id))
    if (count >= mostUnits) throw new Refusal('units-too-many', 'state', { limit: mostUnits })
    const [added] = await tx
      .insert(indexUnit)
      .values({ indexId: of.id, key, ...columnsOf(ctx, null, details), createdAt: ctx.now })
      .onConflictDoNothing()
      .returning()
    // `new` is the address of the form.
    if (!added || key === 'new') throw new Refusal('unit-taken', 'state')
    await saveKin(ctx, tx, { of, unit: added, details })
    await unitTold(ctx, 'unit.added', of, added)
    return key
  })
}

type UnitEdit = { of: StoredIndex; key: string; revision: number; details: UnitDetails }

/**
 * Changes what a thing is called, when it was there, and what it came of and went on in, unless somebody saved it since
 * `revision`; its key stays. Answers whether anything changed.
 */
export async function editUnit(ctx: Context, { of, key, revision, details }: UnitEdit): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    await lockIndex(tx, of)
    const before = await getUnit(of, key)
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = columnsOf(ctx, before, details)
    const { name, fromDay, toDay, source } = before
    const isSame = sameValue({ name, fromDay, toDay, source }, next)
    const others = await saveKin(ctx, tx, { of, unit: before, details })
    if (isSame && others === null) return false
    await tx
      .update(indexUnit)
      .set({ ...next, revision: revision + 1 })
      .where(eq(indexUnit.id, before.id))
    await unitTold(ctx, 'unit.edited', of, { ...before, ...next })
    return true
  })
}

/** Who changes a thing waits here: what it came of, and went on in, are things of the same index. */
async function lockIndex(tx: Transaction, of: StoredIndex): Promise<void> {
  const [locked] = await tx
    .select({ id: dataIndex.id })
    .from(dataIndex)
    .where(eq(dataIndex.id, of.id))
    .for('no key update')
  if (!locked) throw new Refusal('index-missing', 'missing')
}

function columnsOf(ctx: Context, before: StoredUnit | null, details: UnitDetails) {
  const { name, fromDay, toDay, source } = details
  if (fromDay && toDay && fromDay > toDay) throw new Refusal('unit-days', 'invalid')
  const next = {
    name: edit(before?.name ?? {}, name, ctx.locale, name.confirmed),
    fromDay,
    toDay,
    source: edit(before?.source ?? {}, source, ctx.locale, source.confirmed),
  }
  if (!textIn(next.name, ctx.locale)) throw new Refusal('unit-unnamed', 'invalid')
  return next
}

async function unitTold(ctx: Context, verb: string, of: StoredIndex, { id, name }: StoredUnit) {
  const { initiativeId } = of
  const subjectName = textIn(name, ctx.locale)
  const index = textIn(of.name, ctx.locale)
  await recordActivity(ctx, { verb, initiativeId, subjectId: id, subjectName, details: { index } })
  await pageChanged(pageTag.initiative(initiativeId), pageTag.home)
}
