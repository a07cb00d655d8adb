import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { indexSuccession, indexUnit } from '#db/schema/index.ts'
import { findUnits, type StoredIndex, type StoredUnit } from './indices.server.ts'
import { isCircular, type TypedKin } from './kin-lines.ts'

type Given = {
  of: StoredIndex
  unit: StoredUnit
  details: { before: TypedKin[]; after: TypedKin[]; sourcesConfirmed?: boolean }
}
type Wanted = { beforeId: string; afterId: string; onDay: string; source: TranslatedText }

/**
 * Stores what a thing came of and went on in, as typed, in an index that is locked. The things at the other end have
 * changed too: their forms must ask. Answers their ids, or null where all is as it was.
 */
export async function saveKin(ctx: Context, tx: Transaction, given: Given): Promise<string[] | null> {
  const { unit } = given
  const ofUnit = or(eq(indexSuccession.beforeId, unit.id), eq(indexSuccession.afterId, unit.id))
  const known = await tx.select().from(indexSuccession).where(ofUnit)
  const wanted = await wantedOf(ctx, tx, given, known)
  const gone = known.filter((one) => !wanted.some((next) => isPair(one, next)))
  const changed = wanted.filter((next) => {
    const was = known.find((one) => isPair(one, next))
    return !was || was.onDay !== next.onDay || !sameValue(was.source, next.source)
  })
  if (gone.length + changed.length === 0) return null
  const ids = gone.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(indexSuccession).where(inArray(indexSuccession.id, ids))
  for (const next of changed) {
    const { onDay, source } = next
    const was = known.find((one) => isPair(one, next))
    if (was) await tx.update(indexSuccession).set({ onDay, source }).where(eq(indexSuccession.id, was.id))
    else await tx.insert(indexSuccession).values(next)
  }
  const { successions } = await findUnits(given.of.id)
  if (isCircular(successions)) throw new Refusal('unit-circular', 'invalid')
  const others = [...gone, ...changed].map(({ beforeId, afterId }) =>
    beforeId === unit.id ? afterId : beforeId,
  )
  await tx
    .update(indexUnit)
    .set({ revision: sql`${indexUnit.revision} + 1` })
    .where(inArray(indexUnit.id, others))
  return others
}

type Pair = Pick<Wanted, 'beforeId' | 'afterId'>
const isPair = (one: Pair, other: Pair) => one.beforeId === other.beforeId && one.afterId === other.afterId

async function wantedOf(
  ctx: Context,
  tx: Transaction,
  { of, unit, details }: Given,
  known: readonly (Pair & { source: TranslatedText })[],
): Promise<Wanted[]> {
  const units = await tx
    .select({ id: indexUnit.id, key: indexUnit.key })
    .from(indexUnit)
    .where(eq(indexUnit.indexId, of.id))
  const ids = new Map(units.map(({ id, key }) => [key, id]))
  return (['before', 'after'] as const).flatMap((side) =>
    details[side].map(({ key, onDay, source }): Wanted => {
      const id = ids.get(key)
      if (!id) throw new Refusal(`unit-${side}-unknown`, 'invalid', { key })
      if (id === unit.id) throw new Refusal('unit-circular', 'invalid')
      const pair = side === 'before' ? { beforeId: id, afterId: unit.id } : { beforeId: unit.id, afterId: id }
      const was = known.find((one) => isPair(one, pair))?.source ?? {}
      return { ...pair, onDay, source: edit(was, source, ctx.locale, details.sourcesConfirmed) }
    }),
  )
}
