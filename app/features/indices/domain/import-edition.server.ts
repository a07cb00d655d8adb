import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { inBoth, write } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { indexComponent, indexEdition, indexEntry, indexUnit, indexValue } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getEdition, type StoredIndex, type StoredUnit } from './indices.server.ts'
import { editionTold } from './save-edition.server.ts'
import { type PlannedEntry, type PlannedLine, planImport } from './tables/plan-import.ts'
import type { ReadRow } from './tables/read-edition.ts'
import { editionDay, isThere } from './units.ts'

type Both = { vi: string; en: string }
type Import = { of: StoredIndex; editionId: string; rows: readonly ReadRow[]; source: Both }
type Change = Extract<PlannedLine, { next: PlannedEntry }>

/** More lines than any index has things. */
const mostLines = 3000

/**
 * Takes the lines of a table into an edition: what they say of a thing is stored, things that they do not name stay as
 * they are, and what is unclear is left alone. Answers what became of each line.
 */
export async function importEdition(
  ctx: Context,
  { of, editionId, rows, source }: Import,
): Promise<PlannedLine[]> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  if (rows.length > mostLines) throw new Refusal('selection-too-long', 'invalid', { most: String(mostLines) })
  return withTransaction(async (tx) => {
    const own = and(eq(indexEdition.id, editionId), eq(indexEdition.indexId, of.id))
    const [locked] = await tx.select().from(indexEdition).where(own).for('update')
    if (!locked) throw new Refusal('edition-missing', 'missing')
    const edition = await getEdition(ctx, of, editionId)
    const units = await tx.select().from(indexUnit).where(eq(indexUnit.indexId, of.id))
    const lines = planImport(rows, basisOf(of, edition, units, source))
    const changes = lines.filter((line): line is Change => line.what === 'new' || line.what === 'changed')
    if (changes.length === 0) return lines
    const ids = await unitIds(tx, of, units, changes)
    await store(tx, edition, ids, changes)
    await editionTold(ctx, 'edition.imported', of, edition, { count: changes.length })
    return lines
  })
}

function basisOf(
  of: StoredIndex,
  edition: Awaited<ReturnType<typeof getEdition>>,
  units: readonly StoredUnit[],
  source: Both,
) {
  const day = editionDay(edition)
  return {
    year: edition.year,
    components: edition.components.map(({ key }) => key),
    units: units.filter((unit) => isThere(unit, day)),
    entries: new Map(edition.entries.map((entry) => [entry.key, knownOf(entry)])),
    isOpen: of.grid === 'none',
    source,
  }
}

function knownOf(entry: Awaited<ReturnType<typeof getEdition>>['entries'][number]): PlannedEntry {
  const values = entry.values.map(({ component, rank, score, remark, source }) => {
    return [component, { rank, score, remark: inBoth(remark), source: inBoth(source) }] as const
  })
  return {
    rank: entry.rank,
    rankSource: inBoth(entry.rankSource),
    score: entry.score,
    scoreSource: inBoth(entry.scoreSource),
    values: Object.fromEntries(values),
  }
}

/** The ids of all things by their keys, new ones made. */
async function unitIds(
  tx: Transaction,
  of: StoredIndex,
  units: readonly StoredUnit[],
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const known = new Map(units.map(({ key, id }) => [key, id]))
  const fresh = changes.flatMap(({ key, newUnit }) => {
    return newUnit && !known.has(key) ? [{ indexId: of.id, key, name: write(newUnit) }] : []
  })
  if (fresh.length === 0) return known
  const made = await tx.insert(indexUnit).values(fresh).returning({ key: indexUnit.key, id: indexUnit.id })
  return new Map([...known, ...made.map(({ key, id }) => [key, id] as const)])
}

async function store(
  tx: Transaction,
  edition: Awaited<ReturnType<typeof getEdition>>,
  units: ReadonlyMap<string, string>,
  changes: readonly Change[],
): Promise<void> {
  const known = new Map(edition.entries.map((entry) => [entry.key, entry]))
  const components = await tx
    .select({ id: indexComponent.id, key: indexComponent.key })
    .from(indexComponent)
    .where(eq(indexComponent.editionId, edition.id))
  const componentIds = new Map(components.map(({ key, id }) => [key, id]))
  for (const { key, next } of changes) {
    const unitId = units.get(key)
    if (!unitId) throw new Error(`No thing is called ${key}`)
    const before = known.get(key)
    const saved = entryColumns(next, before)
    const entryId = before ? before.id : await newEntry(tx, { editionId: edition.id, unitId, ...saved })
    const revision = (before?.revision ?? 0) + 1
    if (before)
      await tx
        .update(indexEntry)
        .set({ ...saved, revision })
        .where(eq(indexEntry.id, before.id))
    await storeValues(tx, { entryId, next, before, componentIds })
  }
}

type Before = Awaited<ReturnType<typeof getEdition>>['entries'][number] | undefined

function entryColumns({ rank, rankSource, score, scoreSource }: PlannedEntry, before: Before) {
  return {
    rank,
    rankSource: kept(before?.rankSource, rankSource),
    score,
    scoreSource: kept(before?.scoreSource, scoreSource),
  }
}

async function newEntry(tx: Transaction, values: typeof indexEntry.$inferInsert): Promise<string> {
  const [made] = await tx.insert(indexEntry).values(values).returning({ id: indexEntry.id })
  if (!made) throw new Error('An entry was inserted without a row')
  return made.id
}

type Values = {
  entryId: string
  next: PlannedEntry
  before: Before
  componentIds: ReadonlyMap<string, string>
}

async function storeValues(tx: Transaction, { entryId, next, before, componentIds }: Values): Promise<void> {
  const gone = (before?.values ?? []).filter(({ component }) => !(component in next.values))
  const ids = gone.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(indexValue).where(inArray(indexValue.id, ids))
  for (const [key, { rank, score, remark, source }] of Object.entries(next.values)) {
    const componentId = componentIds.get(key)
    if (!componentId) continue
    const was = before?.values.find(({ component }) => component === key)
    const columns = { rank, score, remark: kept(was?.remark, remark), source: kept(was?.source, source) }
    if (was) await tx.update(indexValue).set(columns).where(eq(indexValue.id, was.id))
    else await tx.insert(indexValue).values({ entryId, componentId, ...columns })
  }
}

/** A text that stayed the same keeps which language it was made from. */
function kept(before: ReturnType<typeof write> | undefined, now: Both) {
  return before && before.vi === (now.vi || undefined) && before.en === (now.en || undefined)
    ? before
    : write(now)
}
