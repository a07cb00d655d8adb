import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import {
  dataIndex,
  indexComponent,
  indexEdition,
  indexEntry,
  indexSuccession,
  indexUnit,
  indexValue,
  initiative,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type StoredIndex = typeof dataIndex.$inferSelect
export type StoredEdition = typeof indexEdition.$inferSelect
export type StoredComponent = typeof indexComponent.$inferSelect
export type StoredUnit = typeof indexUnit.$inferSelect

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The published index at an address with everything that readers may see of it, or refused. */
export async function getPublicIndex(slug: string) {
  const [found] = await database()
    .select({
      index: dataIndex,
      initiative: { id: initiative.id, slug: initiative.slug, name: initiative.name },
    })
    .from(dataIndex)
    .innerJoin(initiative, eq(initiative.id, dataIndex.initiativeId))
    .where(and(eq(dataIndex.slug, slug), isNotNull(initiative.publishedAt)))
  if (!found) throw new Refusal('index-missing', 'missing')
  const editions = await findEditions(found.index.id, true)
  return { ...found, ...(await findUnits(found.index.id)), editions }
}

export type PublicIndex = Awaited<ReturnType<typeof getPublicIndex>>
export type EditionView = PublicIndex['editions'][number]
export type EntryView = EditionView['entries'][number]

/** The things of an index, and what went on in what, by their keys. */
export async function findUnits(indexId: string) {
  const [units, successions] = await Promise.all([
    database().select().from(indexUnit).where(eq(indexUnit.indexId, indexId)).orderBy(asc(indexUnit.key)),
    listSuccessions(indexId),
  ])
  return { units, successions }
}

function listSuccessions(indexId: string) {
  const [before, after] = [alias(indexUnit, 'before_unit'), alias(indexUnit, 'after_unit')]
  return database()
    .select({
      before: before.key,
      after: after.key,
      onDay: indexSuccession.onDay,
      source: indexSuccession.source,
    })
    .from(indexSuccession)
    .innerJoin(before, eq(before.id, indexSuccession.beforeId))
    .innerJoin(after, eq(after.id, indexSuccession.afterId))
    .where(eq(before.indexId, indexId))
    .orderBy(asc(indexSuccession.onDay), asc(before.key))
}

/** The editions of an index with all that they say, the latest first. */
export async function findEditions(indexId: string, isPublic: boolean) {
  const own = eq(indexEdition.indexId, indexId)
  const editions = await database()
    .select()
    .from(indexEdition)
    .where(isPublic ? and(own, isNotNull(indexEdition.publishedAt)) : own)
    .orderBy(desc(indexEdition.year))
  return withContent(editions)
}

async function withContent(editions: readonly StoredEdition[]) {
  const ids = editions.map(({ id }) => id)
  if (ids.length === 0) return []
  const [components, entries, values] = await Promise.all([
    database()
      .select()
      .from(indexComponent)
      .where(inArray(indexComponent.editionId, ids))
      .orderBy(asc(indexComponent.position), asc(indexComponent.key)),
    database()
      .select({ entry: indexEntry, key: indexUnit.key, name: indexUnit.name })
      .from(indexEntry)
      .innerJoin(indexUnit, eq(indexUnit.id, indexEntry.unitId))
      .where(inArray(indexEntry.editionId, ids))
      .orderBy(asc(indexEntry.rank), asc(indexUnit.key)),
    database()
      .select({ value: indexValue, editionId: indexComponent.editionId, key: indexComponent.key })
      .from(indexValue)
      .innerJoin(indexComponent, eq(indexComponent.id, indexValue.componentId))
      .where(inArray(indexComponent.editionId, ids)),
  ])
  const valuesOf = new Map<string, (typeof indexValue.$inferSelect & { component: string })[]>()
  for (const { value, key } of values)
    valuesOf.set(value.entryId, [...(valuesOf.get(value.entryId) ?? []), { ...value, component: key }])
  return editions.map((edition) => ({
    ...edition,
    components: components.filter(({ editionId }) => editionId === edition.id),
    entries: entries
      .filter(({ entry }) => entry.editionId === edition.id)
      .map(({ entry, key, name }) => ({ ...entry, key, name, values: valuesOf.get(entry.id) ?? [] })),
  }))
}

/** The indices of an initiative, for its organizers or for its page. */
export function listIndices(initiativeId: string) {
  return database()
    .select()
    .from(dataIndex)
    .where(eq(dataIndex.initiativeId, initiativeId))
    .orderBy(asc(dataIndex.createdAt), asc(dataIndex.slug))
}

/** All published indices with the years of their published editions: what the map of the site names. */
export async function listPublicIndices() {
  const rows = await database()
    .select({ slug: dataIndex.slug, initiativeId: initiative.id, year: indexEdition.year })
    .from(dataIndex)
    .innerJoin(initiative, eq(initiative.id, dataIndex.initiativeId))
    .leftJoin(indexEdition, and(eq(indexEdition.indexId, dataIndex.id), isNotNull(indexEdition.publishedAt)))
    .where(isNotNull(initiative.publishedAt))
    .orderBy(asc(dataIndex.slug), desc(indexEdition.year))
  return rows
}

/** One index of an initiative for those who may change it, or refused. */
export async function getIndex(ctx: Context, initiativeId: string, slug: string): Promise<StoredIndex> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const [found] = await database()
    .select()
    .from(dataIndex)
    .where(and(eq(dataIndex.slug, slug), eq(dataIndex.initiativeId, initiativeId)))
  if (!found) throw new Refusal('index-missing', 'missing')
  return found
}

/** One edition of an index with all that it says, or refused. */
export async function getEdition(ctx: Context, of: StoredIndex, editionId: string) {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  const rows = uuid.test(editionId)
    ? await database()
        .select()
        .from(indexEdition)
        .where(and(eq(indexEdition.id, editionId), eq(indexEdition.indexId, of.id)))
    : []
  const [found] = await withContent(rows)
  if (!found) throw new Refusal('edition-missing', 'missing')
  return found
}
