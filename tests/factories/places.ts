import { addCity, type CityDetails } from '#app/features/cities/domain/save-city.server.ts'
import { importEdition } from '#app/features/indices/domain/import-edition.server.ts'
import { addComponent } from '#app/features/indices/domain/save-component.server.ts'
import {
  addEdition,
  type EditionDetails,
  showEdition,
} from '#app/features/indices/domain/save-edition.server.ts'
import { addIndex } from '#app/features/indices/domain/save-index.server.ts'
import { readEdition } from '#app/features/indices/domain/tables/read-edition.ts'
import type { IndexGrid } from '#app/shared/vocabulary.ts'
import { initiative, initiativeOrganization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from './contexts.ts'
import { first, nextNumber } from './numbers.ts'

type Words = { vi: string; en: string }
const nothing: Words = { vi: '', en: '' }

/** An initiative that one body carries, published unless it is said otherwise. */
export async function carriedBy(
  organizationId: string,
  values: Partial<typeof initiative.$inferInsert> = {},
) {
  const n = nextNumber()
  const made = first(
    await database()
      .insert(initiative)
      .values({
        slug: `initiative-${n}`,
        name: { vi: `Sáng kiến ${n}`, en: `Initiative ${n}` },
        publishedAt: new Date(),
        ...values,
      })
      .returning(),
  )
  await database().insert(initiativeOrganization).values({ initiativeId: made.id, organizationId })
  return made
}

/** A city on the map of an initiative. */
export function cityOn(initiativeId: string, details: Partial<CityDetails> = {}) {
  const usual: CityDetails = {
    name: { vi: 'Huế', en: 'Huế' },
    country: 'VN',
    latitude: 16.4637,
    longitude: 107.5909,
    role: 'hub',
    fromDate: '2025-03',
    toDate: null,
    source: { vi: 'Báo, tháng 3 năm 2025', en: 'A paper, March 2025' },
  }
  return addCity(system(), { initiativeId, details: { ...usual, ...details } })
}

/** An index with one edition of two components; `table` is imported into it, and it is shown where it says anything. */
export async function indexOf(
  initiativeId: string,
  given: {
    grid?: IndexGrid
    slug?: string
    words?: Words
    table?: string
    edition?: Partial<EditionDetails>
  } = {},
) {
  const {
    grid = 'none',
    slug = `index-${nextNumber()}`,
    words = { vi: 'Chỉ số', en: 'Index' },
    table,
  } = given
  const of = await addIndex(system(), { initiativeId, slug, grid, name: words, summary: words })
  return { of, ...(await editionOf(of, { ...(table !== undefined && { table }), ...given.edition })) }
}

/** One more edition of an index. */
export async function editionOf(
  of: Awaited<ReturnType<typeof addIndex>>,
  { table, ...details }: Partial<EditionDetails> & { table?: string } = {},
) {
  const usual: EditionDetails = {
    year: 2024,
    announcedOn: null,
    announcedAt: nothing,
    participants: null,
    participantsSource: nothing,
    note: nothing,
    source: nothing,
  }
  const edition = await addEdition(system(), { of, details: { ...usual, ...details } })
  for (const [key, vi] of [
    ['care', 'Chăm sóc'],
    ['speed', 'Tốc độ'],
    ['price', 'Giá'],
  ] as const)
    await addComponent(system(), {
      of,
      editionId: edition.id,
      details: { key, name: { vi, en: key }, weight: null, method: nothing, source: nothing },
    })
  if (table === undefined) return { edition }
  const { rows } = readEdition(table, ['care', 'speed', 'price'])
  const source = { vi: 'Nguồn thử', en: 'Test source' }
  await importEdition(system(), { of, editionId: edition.id, rows, source })
  await showEdition(system(), { of, editionId: edition.id, shown: true })
  return { edition }
}
