import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { type Change, changeOf, type Order, orderOf, type SortValue, sorted } from './domain/change.ts'
import type { EditionView, EntryView, PublicIndex } from './domain/indices.server.ts'
import { provinceTiles, type Tile } from './domain/provinces/provinces.ts'
import { editionDay, isThere } from './domain/units.ts'

export const sortColumns = ['rank', 'name', 'score', 'change'] as const

export type EntryRow = Pick<
  EntryView,
  'key' | 'name' | 'rank' | 'rankSource' | 'score' | 'scoreSource' | 'values'
> & { change: Exclude<Change, { kind: 'joined' }> | { kind: 'joined'; from: NamedRank[] } }
export type NamedRank = { key: string; name: TranslatedText; rank: number | null }
export type TileView = Omit<Tile, 'unit'> & { key: string; name: TranslatedText; rank: number | null }

/** One edition of an index as its page, its frame and its files show it: the one of a year, or the latest. */
export function editionView(
  of: PublicIndex,
  { year, sort, locale }: { year: string | null; sort: string | null; locale: Locale },
) {
  const { index, initiative, units, successions, editions } = of
  const edition = year === null ? editions[0] : editions.find((one) => String(one.year) === year)
  if (year !== null && !edition) throw new Refusal('edition-missing', 'missing')
  const order = orderOf(sort, sortColumns)
  const names = new Map(units.map((unit) => [unit.key, unit.name]))
  const before = edition && editions.find((one) => one.year < edition.year)
  const rows = edition ? rowsOf(edition, before, successions, names) : []
  const { id, slug, name, summary, grid } = index
  return {
    index: { id, slug, name, summary, grid },
    initiative,
    years: editions.map((one) => one.year),
    edition: edition ? factsOf(edition) : null,
    beforeYear: before?.year ?? null,
    order,
    rows: inOrder(rows, order, locale),
    tiles: edition && grid === 'provinces' ? tilesOf(edition, units) : [],
  }
}

export type IndexView = ReturnType<typeof editionView>

function factsOf(edition: EditionView) {
  const { year, announcedOn, announcedAt, participants, participantsSource, note, source, components } =
    edition
  return { year, announcedOn, announcedAt, participants, participantsSource, note, source, components }
}

function rowsOf(
  edition: EditionView,
  before: EditionView | undefined,
  successions: PublicIndex['successions'],
  names: ReadonlyMap<string, TranslatedText>,
): EntryRow[] {
  const ranks = new Map((before?.entries ?? []).map(({ key, rank }) => [key, rank]))
  return edition.entries.map(({ key, name, rank, rankSource, score, scoreSource, values }) => {
    const change = changeOf({ key, rank }, ranks, successions)
    const named = (one: { key: string; rank: number | null }) => ({ ...one, name: names.get(one.key) ?? {} })
    return {
      key,
      name,
      rank,
      rankSource,
      score,
      scoreSource,
      values,
      change: change.kind === 'joined' ? { kind: 'joined', from: change.from.map(named) } : change,
    }
  })
}

function inOrder(rows: readonly EntryRow[], order: Order, locale: Locale): EntryRow[] {
  const keys: Record<string, (row: EntryRow) => SortValue> = {
    rank: (row) => row.rank,
    name: (row) => textIn(row.name, locale),
    score: (row) => row.score,
    change: (row) => (row.change.kind === 'moved' ? row.change.by : null),
  }
  return sorted(rows, order, keys[order.by] ?? (() => null), new Intl.Collator(locale))
}

/** The tiles of the provinces that there were on the day of the edition, with their ranks. */
function tilesOf(edition: EditionView, units: PublicIndex['units']): TileView[] {
  const day = editionDay(edition)
  const there = units.filter((unit) => isThere(unit, day))
  const byKey = new Map(there.map((unit) => [unit.key, unit]))
  const ranks = new Map(edition.entries.map(({ key, rank }) => [key, rank]))
  return provinceTiles(there, day).flatMap(({ unit: key, ...tile }) => {
    const unit = key === null ? undefined : byKey.get(key)
    return unit ? [{ ...tile, key: unit.key, name: unit.name, rank: ranks.get(unit.key) ?? null }] : []
  })
}
