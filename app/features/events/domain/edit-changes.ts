/** One field of an edit, with what stood there and what was written; times as ISO text in UTC, texts by language. */
export type FieldChange = {
  field: string
  from: unknown
  to: unknown
  /** Too long to be kept whole: it can be read, not put back. */
  cut?: true
}

/** The record outlives what it is about: how somebody is reached and what opens a door is named in it, not kept. */
const unkept = new Set(['contactEmail', 'email', 'assistantEmail', 'accessCode'])
const longest = 4000

/** What an edit changed, for its entry of activity. */
export function changesOf(
  fields: readonly string[],
  before: Record<string, unknown>,
  next: Record<string, unknown>,
  most = longest,
): FieldChange[] {
  return fields
    .filter((field) => !unkept.has(field))
    .flatMap((field): FieldChange[] => {
      const [from, to] = written(before[field], next[field])
      if (JSON.stringify(from) === JSON.stringify(to)) return []
      const change = { field, from: shortened(from, most), to: shortened(to, most) }
      const isWhole = JSON.stringify([from, to]) === JSON.stringify([change.from, change.to])
      return [isWhole ? change : { ...change, cut: true }]
    })
}

function written(from: unknown, to: unknown): [unknown, unknown] {
  if (!isText(from) && !isText(to)) return [plain(from), plain(to)]
  const [old, now] = [inLanguages(from), inLanguages(to)]
  const changed = languages.filter((language) => old[language] !== now[language])
  const only = (words: Words) => Object.fromEntries(changed.map((language) => [language, words[language]]))
  return [only(old), only(now)]
}

type Words = Record<(typeof languages)[number], string>
const languages = ['vi', 'en'] as const

const isText = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

// Of a text its languages only: which one it was made from is no change that anybody reads.
function inLanguages(value: unknown): Words {
  const { vi, en } = (value ?? {}) as { vi?: string; en?: string }
  return { vi: vi ?? '', en: en ?? '' }
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null)
}

function shortened(value: unknown, most: number): unknown {
  if (typeof value === 'string') return value.length > most ? `${value.slice(0, most)}…` : value
  if (Array.isArray(value)) return JSON.stringify(value).length > most ? value.slice(0, 10) : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part, most)]))
}

/** The changes that an entry of activity keeps; older entries have none. */
export function keptChanges(details: Record<string, unknown>): FieldChange[] {
  return Array.isArray(details.changes) ? (details.changes as FieldChange[]) : []
}

/**
 * What is stored, with one side of an edit's changes in it: as it was after the edit (`to`), or before it (`from`). What
 * was not kept whole stays as it is stored.
 */
export function withSide<Stored extends object>(
  stored: Stored,
  changes: readonly FieldChange[],
  side: 'from' | 'to',
): Stored {
  const next = { ...stored } as Stored & Record<string, unknown>
  for (const change of changes) {
    if (change.cut) continue
    const [name = '', part] = change.field.split('.')
    // The place of an event is a row of its own; its changes are named `place.city`.
    const inner = part === undefined ? null : { ...(next[name] as object | null) }
    const holder: Record<string, unknown> = inner ?? next
    const key = part ?? name
    holder[key] = revived(change[side], holder[key])
    if (inner) Object.assign(next, { [name]: inner })
  }
  return next
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function revived(kept: unknown, stored: unknown): unknown {
  if (typeof kept === 'string' && instant.test(kept)) return new Date(kept)
  if (Array.isArray(kept) || typeof kept !== 'object' || kept === null) return kept
  return { ...(stored as object | null), ...kept }
}
