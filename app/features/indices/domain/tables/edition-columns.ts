import { searchable } from '#app/shared/searchable.ts'

/** What a column of an edition's table holds of a component. */
export const componentParts = ['score', 'rank', 'remark_vi', 'remark_en', 'source_vi', 'source_en'] as const
export type ComponentPart = (typeof componentParts)[number]

/** The columns that every table of an edition has; `source` stands for all values of a row that have none of their own. */
export const plainColumns = [
  'edition',
  'place',
  'name_vi',
  'name_en',
  'rank',
  'rank_source_vi',
  'rank_source_en',
  'score',
  'score_source_vi',
  'score_source_en',
] as const
export type EditionColumn = (typeof plainColumns)[number] | 'source' | `${string}.${ComponentPart}`

const aliases: Record<string, EditionColumn> = {
  ...named('name_vi', 'ten', 'tinh', 'tinh thanh', 'tinh thanh pho', 'dia phuong', 'don vi'),
  ...named('name_en', 'name', 'province', 'unit', 'thing'),
  ...named('rank', 'hang', 'xep hang', 'thu hang', 'vi tri', 'position', 'ranking'),
  ...named('score', 'diem', 'tong diem', 'points', 'total'),
  ...named('source', 'source', 'nguon', 'theo nguon', 'sources', 'who says so'),
  ...named('edition', 'nam', 'ky', 'year'),
}

function named(column: EditionColumn, ...names: string[]): Record<string, EditionColumn> {
  return Object.fromEntries(names.map((name) => [name, column]))
}

/** What a header means, in either language; null for a column that the edition has no place for. */
export function columnNamed(header: string, components: readonly string[]): EditionColumn | null {
  const name = header.trim().toLowerCase().replace(/\s+/g, '_')
  const plain = plainColumns.find((column) => column === name)
  if (plain) return plain
  const [, key = '', part = ''] = /^([a-z0-9-]+)\.(\w+)$/.exec(name) ?? []
  const known = componentParts.find((one) => one === part)
  if (known && components.includes(key)) return `${key}.${known}`
  return aliases[searchable(header)] ?? null
}

/** All columns of an edition's table, in the order in which it is written. */
export function columnsOf(components: readonly string[]): EditionColumn[] {
  return [
    ...plainColumns,
    ...components.flatMap((key) => componentParts.map((part): EditionColumn => `${key}.${part}`)),
  ]
}
