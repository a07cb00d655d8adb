/** One field of an edit, with what stood there and what was written; times as ISO text in UTC. */
export type FieldChange = { field: string; from: unknown; to: unknown }

/** The record outlives what it is about: an address that people write to is named in it, not kept. */
const unkept = new Set(['contactEmail'])

/** What an edit changed, for its entry of activity. */
export function changesOf(
  fields: readonly string[],
  before: Record<string, unknown>,
  next: Record<string, unknown>,
): FieldChange[] {
  return fields
    .filter((field) => !unkept.has(field))
    .map((field) => ({ field, from: kept(before[field]), to: kept(next[field]) }))
}

function kept(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (!value || typeof value !== 'object') return value ?? null
  // Of a text its languages only: which one it was made from is no change that anybody reads.
  const { vi, en } = value as { vi?: unknown; en?: unknown }
  return { vi: vi ?? '', en: en ?? '' }
}
