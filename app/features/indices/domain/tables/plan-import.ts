import { sameValue } from '#app/shared/same-value.ts'
import { searchable } from '#app/shared/searchable.ts'
import { slugOf } from '#app/shared/slug.ts'
import { type ComponentPart, type EditionColumn, plainColumns } from './edition-columns.ts'
import type { ReadRow } from './read-edition.ts'

type Both = { vi: string; en: string }
/** What is known of one thing in one component. */
export type PlannedValue = { rank: number | null; score: number | null; remark: Both; source: Both }
export type PlannedEntry = {
  rank: number | null
  rankSource: Both
  score: number | null
  scoreSource: Both
  values: Record<string, PlannedValue>
}
export type KnownUnit = { key: string; name: { vi?: string; en?: string } }

/** Why a line is left alone. */
export type Unclear =
  | 'unreadable'
  | 'other-edition'
  | 'unknown'
  | 'unnamed'
  | 'repeated'
  | 'rank'
  | 'score'
  | 'too-long'
  | 'no-source'
export type PlannedLine = { line: number; name: string } & (
  | {
      what: 'new' | 'changed' | 'same'
      key: string
      /** A thing that the index did not know. */
      newUnit: Both | null
      next: PlannedEntry
      columns: string[]
    }
  | { what: 'unclear'; why: Unclear; column?: string }
)

export type ImportBasis = {
  year: number
  components: readonly string[]
  /** Those that were there on the day of the edition. */
  units: readonly KnownUnit[]
  entries: ReadonlyMap<string, PlannedEntry>
  /** Whether other things than these may come. */
  isOpen: boolean
  /** Who says so, where the table does not. */
  source: Both
}

const longest = 300
const nothing: Both = { vi: '', en: '' }
const missingMark = /^(?:[-–—]|n\/a|…)$/i

/**
 * What a table would do to an edition, line by line. A column that the table does not have changes nothing; an empty cell
 * says that the value is not known. Every value has somebody who says so.
 */
export function planImport(rows: readonly ReadRow[], basis: ImportBasis): PlannedLine[] {
  const units = namesOf(basis.units)
  const seen = new Set<string>()
  return rows.map((row): PlannedLine => {
    const name = row.cells.get('name_vi') || row.cells.get('name_en') || row.cells.get('place') || ''
    const at = { line: row.line, name }
    try {
      return { ...at, ...lineOf(row, basis, units, seen) }
    } catch (error) {
      if (error instanceof Unplanned)
        return { ...at, what: 'unclear', why: error.why, ...(error.column && { column: error.column }) }
      throw error
    }
  })
}

class Unplanned extends Error {
  constructor(
    readonly why: Unclear,
    readonly column?: string,
  ) {
    super(why)
  }
}

function lineOf(row: ReadRow, basis: ImportBasis, units: ReadonlyMap<string, string>, seen: Set<string>) {
  const { cells } = row
  if (row.isOdd) throw new Unplanned('unreadable')
  for (const [column, cell] of cells) if (cell.length > longest) throw new Unplanned('too-long', column)
  const edition = cells.get('edition')
  if (edition && edition !== String(basis.year)) throw new Unplanned('other-edition')
  const { key, newUnit } = unitOf(cells, basis, units)
  if (seen.has(key)) throw new Unplanned('repeated')
  seen.add(key)
  const before = basis.entries.get(key)
  const next = nextOf(cells, before ?? blank(), basis)
  const columns = changedColumns(before ?? blank(), next)
  const what = before ? (columns.length > 0 ? ('changed' as const) : ('same' as const)) : ('new' as const)
  return { what, key, newUnit, next, columns }
}

function blank(): PlannedEntry {
  return { rank: null, rankSource: nothing, score: null, scoreSource: nothing, values: {} }
}

/** By its key, or by its name in either language, with or without what it is an instance of. */
function namesOf(units: readonly KnownUnit[]): Map<string, string> {
  const names = units.flatMap(({ key, name }) =>
    [name.vi, name.en].flatMap((text) => (text ? [[plainName(text), key] as const] : [])),
  )
  return new Map([...names, ...units.map(({ key }) => [key, key] as const)])
}

const plainName = (text: string) =>
  searchable(text).replace(/^(?:tinh|thanh pho|tp|city of|province of) /, '')

function unitOf(
  cells: ReadRow['cells'],
  { isOpen }: ImportBasis,
  units: ReadonlyMap<string, string>,
): { key: string; newUnit: Both | null } {
  const [place, vi, en] = (['place', 'name_vi', 'name_en'] as const).map((column) => cells.get(column) ?? '')
  if (!place && !vi && !en) throw new Unplanned('unnamed')
  const known =
    (place && units.get(place)) ||
    [place, vi, en].flatMap((one) => (one && units.get(plainName(one))) || [])[0]
  if (known) return { key: known, newUnit: null }
  const name = { vi: vi || en || place || '', en: en || vi || place || '' }
  const key = slugOf(place || name.en || name.vi)
  if (!isOpen || !key) throw new Unplanned('unknown')
  return { key, newUnit: name }
}

function nextOf(cells: ReadRow['cells'], before: PlannedEntry, basis: ImportBasis): PlannedEntry {
  const source = rowSource(cells, basis)
  const rank = rankIn(cells, 'rank', before.rank)
  const score = scoreIn(cells, 'score', before.score)
  const values = basis.components.map((key) => {
    const value = before.values[key] ?? { rank: null, score: null, remark: nothing, source: nothing }
    return [key, valueIn(cells, key, value, source)] as const
  })
  return {
    rank,
    rankSource: sourceOf(cells, 'rank_source', before.rankSource, rank !== null, source, 'rank'),
    score,
    scoreSource: sourceOf(cells, 'score_source', before.scoreSource, score !== null, source, 'score'),
    values: Object.fromEntries(values.filter(([, value]) => isSaid(value))),
  }
}

function valueIn(cells: ReadRow['cells'], key: string, before: PlannedValue, source: Both): PlannedValue {
  const column = (part: ComponentPart): EditionColumn => `${key}.${part}`
  const next = {
    rank: rankIn(cells, column('rank'), before.rank),
    score: scoreIn(cells, column('score'), before.score),
    remark: {
      vi: cells.get(column('remark_vi')) ?? before.remark.vi,
      en: cells.get(column('remark_en')) ?? before.remark.en,
    },
  }
  const says = isSaid(next)
  return { ...next, source: sourceOf(cells, `${key}.source`, before.source, says, source, column('score')) }
}

const isSaid = ({ rank, score, remark }: Pick<PlannedValue, 'rank' | 'score' | 'remark'>) =>
  rank !== null || score !== null || remark.vi + remark.en !== ''

function rowSource(cells: ReadRow['cells'], { source }: ImportBasis): Both {
  const said = cells.get('source')
  return said ? { vi: said, en: said } : source
}

/** Who says a value: as the table has it, as it was, or who says so for the whole table; there is none without a value. */
function sourceOf(
  cells: ReadRow['cells'],
  name: string,
  before: Both,
  hasValue: boolean,
  usual: Both,
  column: string,
): Both {
  if (!hasValue) return nothing
  const [vi, en] = (['vi', 'en'] as const).map((locale) => cells.get(`${name}_${locale}` as EditionColumn))
  const said = { vi: vi ?? before.vi, en: en ?? before.en }
  if (said.vi + said.en !== '') return said
  if (usual.vi + usual.en === '') throw new Unplanned('no-source', column)
  return usual
}

function rankIn(cells: ReadRow['cells'], column: EditionColumn, before: number | null): number | null {
  const cell = cells.get(column)
  if (cell === undefined) return before
  if (cell === '' || missingMark.test(cell)) return null
  if (!/^\d{1,6}$/.test(cell) || Number(cell) < 1) throw new Unplanned('rank', column)
  return Number(cell)
}

function scoreIn(cells: ReadRow['cells'], column: EditionColumn, before: number | null): number | null {
  const cell = cells.get(column)
  if (cell === undefined) return before
  if (cell === '' || missingMark.test(cell)) return null
  const text = cell.replace('−', '-').replace(',', '.')
  if (!/^-?\d{1,9}(?:\.\d{1,9})?$/.test(text)) throw new Unplanned('score', column)
  return Number(text)
}

function changedColumns(before: PlannedEntry, next: PlannedEntry): string[] {
  const plain = (['rank', 'rankSource', 'score', 'scoreSource'] as const)
    .filter((field) => !sameValue(before[field], next[field]))
    .map(
      (field) => plainColumns.find((column) => column === field) ?? `${field.replace('Source', '_source')}`,
    )
  const keys = [...new Set([...Object.keys(before.values), ...Object.keys(next.values)])]
  return [...plain, ...keys.filter((key) => !sameValue(before.values[key], next.values[key]))]
}
