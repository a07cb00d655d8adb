import { eq } from 'drizzle-orm'
import { importEdition } from '#app/features/indices/domain/import-edition.server.ts'
import type { StoredIndex } from '#app/features/indices/domain/indices.server.ts'
import { addComponent } from '#app/features/indices/domain/save-component.server.ts'
import { addEdition, showEdition } from '#app/features/indices/domain/save-edition.server.ts'
import { addIndex } from '#app/features/indices/domain/save-index.server.ts'
import type { EditionColumn } from '#app/features/indices/domain/tables/edition-columns.ts'
import type { Context } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { dataIndex, initiative } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { SeedEdition, SeedIndex } from './pai.ts'

/** Plants an index with its editions as an organizer would: their tables are imported, and shown. */
export async function plantIndex(ctx: Context, seed: SeedIndex): Promise<void> {
  const [of] = await database()
    .select({ id: initiative.id })
    .from(initiative)
    .where(eq(initiative.slug, seed.initiative))
  if (!of || (await database().$count(dataIndex, eq(dataIndex.slug, seed.slug))) > 0) return
  const index = await addIndex(ctx, {
    initiativeId: of.id,
    slug: seed.slug,
    grid: 'provinces',
    name: write(seed.name),
    summary: write(seed.summary),
  })
  for (const edition of seed.editions) await plantEdition(ctx, index, seed, edition)
}

async function plantEdition(
  ctx: Context,
  of: StoredIndex,
  seed: SeedIndex,
  edition: SeedEdition,
): Promise<void> {
  const { ranks, praised, ...details } = edition
  const { id } = await addEdition(ctx, { of, details })
  const nothing = { vi: '', en: '' }
  for (const { key, name } of seed.components)
    await addComponent(ctx, {
      of,
      editionId: id,
      details: { key, name, weight: null, method: nothing, source: seed.componentsSource },
    })
  const rows = ranks.map((place, at) => {
    const cells = new Map<EditionColumn, string>([
      ['place', place],
      ['rank', String(at + 1)],
    ])
    for (const [component, places] of Object.entries(praised)) {
      if (!places.includes(place)) continue
      cells.set(`${component}.remark_vi`, seed.praise.vi)
      cells.set(`${component}.remark_en`, seed.praise.en)
    }
    return { line: at + 2, cells, isOdd: false }
  })
  await importEdition(ctx, { of, editionId: id, rows, source: edition.source })
  await showEdition(ctx, { of, editionId: id, shown: true })
}
