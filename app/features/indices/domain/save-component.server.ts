import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { indexComponent, indexEdition } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredComponent, StoredIndex } from './indices.server.ts'
import { editionTold } from './save-edition.server.ts'

/** More beams than a star has, or a table columns. */
const mostComponents = 12
type TypedText = { vi: string; en: string; confirmed?: boolean }
export type ComponentDetails = {
  /** As the columns of its table begin; made from the name where none is given. */
  key: string
  name: TypedText
  weight: number | null
  method: TypedText
  source: TypedText
}
type Place = { of: StoredIndex; editionId: string }

/** Adds a component to an edition. */
export async function addComponent(
  ctx: Context,
  { of, editionId, details }: Place & { details: ComponentDetails },
): Promise<StoredComponent> {
  return changed(ctx, { of, editionId }, async (tx, components) => {
    if (components.length >= mostComponents)
      throw new Refusal('components-too-many', 'state', { limit: mostComponents })
    const key = details.key || slugOf(details.name.en || details.name.vi)
    if (!key || components.some((one) => one.key === key)) throw new Refusal('component-taken', 'state')
    const position = Math.max(-1, ...components.map((one) => one.position)) + 1
    const [added] = await tx
      .insert(indexComponent)
      .values({ editionId, key, position, ...nextOf(ctx, null, details) })
      .returning()
    if (!added) throw new Error('A component was inserted without a row')
    return { result: added, isChanged: true, name: textIn(added.name, ctx.locale) }
  })
}

/**
 * Changes what is said of a component, unless somebody saved it since `revision`; its key, by which tables know it, stays.
 * Answers whether anything changed.
 */
export async function editComponent(
  ctx: Context,
  {
    of,
    editionId,
    key,
    revision,
    details,
  }: Place & { key: string; revision: number; details: ComponentDetails },
): Promise<boolean> {
  return changed(ctx, { of, editionId }, async (tx, components) => {
    const before = components.find((one) => one.key === key)
    if (!before) throw new Refusal('component-missing', 'missing')
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = nextOf(ctx, before, details)
    const isChanged = !sameValue(
      { name: before.name, weight: before.weight, method: before.method, source: before.source },
      next,
    )
    const renewed = { ...next, revision: revision + 1 }
    if (isChanged) await tx.update(indexComponent).set(renewed).where(eq(indexComponent.id, before.id))
    return { result: isChanged, isChanged, name: textIn(next.name, ctx.locale) }
  })
}

/** Takes a component out of an edition, with what is known of it. */
export async function removeComponent(
  ctx: Context,
  { of, editionId, key }: Place & { key: string },
): Promise<void> {
  await changed(ctx, { of, editionId }, async (tx, components) => {
    const before = components.find((one) => one.key === key)
    if (!before) throw new Refusal('component-missing', 'missing')
    await tx.delete(indexComponent).where(eq(indexComponent.id, before.id))
    return { result: undefined, isChanged: true, name: textIn(before.name, ctx.locale) }
  })
}

type Done<T> = { result: T; isChanged: boolean; name: string }

async function changed<T>(
  ctx: Context,
  { of, editionId }: Place,
  work: (tx: Transaction, components: StoredComponent[]) => Promise<Done<T>>,
): Promise<T> {
  await requireInitiativeRight(ctx, 'initiative.edit', of.initiativeId)
  return withTransaction(async (tx) => {
    const own = and(eq(indexEdition.id, editionId), eq(indexEdition.indexId, of.id))
    const [edition] = await tx.select().from(indexEdition).where(own).for('update')
    if (!edition) throw new Refusal('edition-missing', 'missing')
    const components = await tx
      .select()
      .from(indexComponent)
      .where(eq(indexComponent.editionId, editionId))
      .orderBy(asc(indexComponent.position))
    const { result, isChanged, name } = await work(tx, components)
    if (isChanged) await editionTold(ctx, 'edition.components', of, edition, { component: name })
    return result
  })
}

function nextOf(
  ctx: Context,
  before: StoredComponent | null,
  { name, weight, method, source }: ComponentDetails,
) {
  const edited = (field: 'name' | 'method' | 'source', { vi, en, confirmed }: TypedText) =>
    edit(before?.[field] ?? {}, { vi, en }, ctx.locale, confirmed)
  return {
    name: edited('name', name),
    weight,
    method: edited('method', method),
    source: edited('source', source),
  }
}
