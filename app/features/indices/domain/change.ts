import { kinOf, type Succession } from './units.ts'

export type Ranked = { key: string; rank: number | null }

/**
 * How a thing stands against the edition before. A rank belongs to the thing as it was then: what was joined from several
 * has no change, but ranks of those it was made of. Who was not named then is unknown, not new.
 */
export type Change =
  | { kind: 'moved'; by: number; from: number }
  | { kind: 'joined'; from: Ranked[] }
  | { kind: 'unknown' }

export function changeOf(
  { key, rank }: Ranked,
  before: ReadonlyMap<string, number | null>,
  successions: readonly Succession[],
): Change {
  if (rank === null) return { kind: 'unknown' }
  const same = before.get(key)
  if (same) return { kind: 'moved', by: same - rank, from: same }
  const { before: earlier } = kinOf(key, successions)
  const [only] = earlier
  const isRenamed = earlier.length === 1 && only && kinOf(only, successions).after.length === 1
  if (isRenamed) {
    const then = before.get(only)
    return then ? { kind: 'moved', by: then - rank, from: then } : { kind: 'unknown' }
  }
  const ranked = earlier.map((one) => ({ key: one, rank: before.get(one) ?? null }))
  return ranked.some((one) => one.rank !== null) ? { kind: 'joined', from: ranked } : { kind: 'unknown' }
}

/** What a column is sorted by; what is not known is null. */
export type SortValue = number | string | null
export type Order = { by: string; isDown: boolean }

/** Rows in an order; what is not known comes last both ways, and equals stay as they came. */
export function sorted<Row>(
  rows: readonly Row[],
  { isDown }: Pick<Order, 'isDown'>,
  keyOf: (row: Row) => SortValue,
  collator: Intl.Collator,
): Row[] {
  const way = isDown ? -1 : 1
  return [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    if (typeof one === 'number' && typeof other === 'number') return way * (one - other)
    return way * collator.compare(String(one), String(other))
  })
}

/** The order that an address asks for: `name`, or `-name` for the other way; the first one when it asks for no known one. */
export function orderOf(asked: string | null, columns: readonly [string, ...string[]]): Order {
  const by = asked?.replace(/^-/, '') ?? ''
  return columns.includes(by)
    ? { by, isDown: asked?.startsWith('-') ?? false }
    : { by: columns[0], isDown: false }
}
