import { and, eq, sql } from 'drizzle-orm'
import { changesOf } from '#app/features/events/domain/edit-changes.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { edit, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { initiativeGoal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Words } from '../editing/initiative-details.ts'
import { lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { editPoints, type FigurePoint } from './figure-points.ts'
import { mostParts, type PartDetails, partFields } from './part-kinds.ts'
import { getPart, partTables } from './part-rows.server.ts'

type Row = Record<string, unknown> & { id: string; revision: number }

/** A new part of an initiative, behind the others of its kind; answers its id. */
export async function addPart(
  ctx: Context,
  { initiativeId, details }: { initiativeId: string; details: PartDetails },
): Promise<string> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const { kind } = details
  const values = columnsOf(ctx, details, {})
  const name = nameOf(ctx, details, values)
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const table = partTables[kind] as typeof initiativeGoal
    const count = await tx.$count(table, eq(table.initiativeId, initiativeId))
    if (count >= mostParts[kind])
      throw new Refusal('initiative-parts-too-many', 'state', { limit: mostParts[kind] })
    const position = kind === 'news' ? {} : { position: await nextPosition() }
    const [added] = await tx
      .insert(table)
      .values({ ...values, ...position, initiativeId, createdAt: ctx.now } as typeof table.$inferInsert)
      .returning({ id: table.id })
    if (!added) throw new Error('A part was inserted without a row')
    await partChanged(ctx, initiativeId, { verb: `${kind}.added`, subjectId: added.id, subjectName: name })
    return added.id

    async function nextPosition() {
      const [last] = await tx
        .select({ at: sql<number>`coalesce(max(${table.position}), 0)::int` })
        .from(table)
        .where(eq(table.initiativeId, initiativeId))
      return (last?.at ?? 0) + 1
    }
  })
}

type PartEdit = { initiativeId: string; partId: string; revision: number; details: PartDetails }

/** Writes a part anew, unless somebody saved it since `revision`; answers whether anything changed. */
export async function editPart(
  ctx: Context,
  { initiativeId, partId, revision, details }: PartEdit,
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const { kind } = details
  return withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const before = (await getPart(kind, initiativeId, partId)) as Row
    if (before.revision !== revision) throw new SavedByOther(before)
    const next = columnsOf(ctx, details, before)
    const name = nameOf(ctx, details, next)
    const fields = Object.keys(next).filter((field) => !sameValue(before[field], next[field]))
    if (fields.length === 0) return false
    const table = partTables[kind] as typeof initiativeGoal
    await tx
      .update(table)
      .set({ ...next, revision: revision + 1, ...(kind === 'news' && { updatedAt: ctx.now }) })
      .where(and(eq(table.id, partId), eq(table.initiativeId, initiativeId)))
    await partChanged(ctx, initiativeId, {
      verb: `${kind}.edited`,
      subjectId: partId,
      subjectName: name,
      details: { fields, changes: changesOf(fields, before, next) },
    })
    return true
  })
}

/** The columns of a part in the words that were typed; a translation remembers what it was made from. */
function columnsOf(ctx: Context, details: PartDetails, before: Record<string, unknown>) {
  const { words, plain } = partFields[details.kind]
  const typed = details as Record<string, unknown>
  const columns: Record<string, unknown> = {}
  for (const field of words) {
    const { vi, en, confirmed } = typed[field] as Words
    columns[field] = edit((before[field] ?? {}) as TranslatedText, { vi, en }, ctx.locale, confirmed)
  }
  for (const field of plain) columns[field] = typed[field]
  if (details.kind === 'figure') {
    const known = (before.points ?? []) as FigurePoint[]
    columns.points = editPoints(known, details.points, ctx.locale, details.sourcesConfirmed)
  }
  return columns
}

function nameOf(ctx: Context, { kind }: PartDetails, columns: Record<string, unknown>): string {
  const name = textIn(columns[partFields[kind].name] as TranslatedText, ctx.locale)
  if (!name) throw new Refusal('initiative-part-unnamed', 'invalid', { field: `${partFields[kind].name}.vi` })
  return name
}
