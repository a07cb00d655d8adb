export type Row = Record<string, unknown>
export type RowChange = { tableName: string; before: Row | null; after: Row | null }

/** What takes one change back, given the row as it is now; `null` when somebody changed the same meanwhile. */
export type Reversal =
  | { kind: 'delete' }
  | { kind: 'insert'; row: Row }
  | { kind: 'update'; columns: Row }
  | { kind: 'nothing' }

const keys: Record<string, string[]> = {
  host: ['event_id', 'organization_id'],
  member: ['organization_id', 'account_id'],
  initiative_organization: ['initiative_id', 'organization_id'],
  initiative_note: ['initiative_id', 'note_id'],
  initiative_event: ['initiative_id', 'event_id'],
  initiative_session: ['initiative_id', 'session_id'],
  agenda_version: ['event_id', 'number'],
  registration_tag: ['registration_id', 'tag_id'],
  subscription: ['list_id', 'contact_id'],
  campaign_link: ['campaign_id', 'locale', 'url'],
  session_film: ['session_id', 'film_id'],
  juror: ['section_id', 'person_id'],
}
/** Others count on them too: they are set back by what the act added, not to what they were. */
const counters: Record<string, string[]> = {
  event: ['seated', 'beyond', 'held'],
  guest_category: [
    'pending',
    'confirmed',
    'waitlisted',
    'offered',
    'cancelled',
    'declined',
    'beyond',
    'companions',
    'held',
  ],
  quota: ['invited', 'accepted', 'declined', 'released'],
  session: ['signed_up', 'waitlisted'],
}
/** They change with every save and say nothing by themselves. */
const soft = ['revision', 'updated_at']
/** Columns that the database makes. */
const made = ['search', 'words', 'session_count', 'people_count']

/** The columns and values by which the row of a change is found. */
export function keyOf({ tableName, before, after }: RowChange): Row {
  const row = before ?? after ?? {}
  return Object.fromEntries((keys[tableName] ?? ['id']).map((column) => [column, row[column]]))
}

/** Takes one change back on top of what others did since; the later changes of the same act are taken back before it. */
export function reversalOf(change: RowChange, now: Row | null): Reversal | null {
  const { tableName, before, after } = change
  if (before === null && after === null) return { kind: 'nothing' }
  if (after === null) return now === null ? { kind: 'insert', row: without(before ?? {}, made) } : null
  if (before === null) {
    if (now === null) return { kind: 'nothing' }
    return differing(after, now).every((column) => soft.includes(column)) ? { kind: 'delete' } : null
  }
  if (now === null) return null
  const columns: Row = {}
  for (const column of differing(before, after)) {
    if (made.includes(column)) continue
    if (counters[tableName]?.includes(column)) {
      columns[column] = Number(now[column]) - Number(after[column]) + Number(before[column])
    } else if (same(now[column], after[column])) columns[column] = before[column] ?? null
    else if (!soft.includes(column)) return null
  }
  return Object.keys(columns).length > 0 ? { kind: 'update', columns } : { kind: 'nothing' }
}

function differing(a: Row, b: Row): string[] {
  return Object.keys({ ...a, ...b }).filter((column) => !same(a[column], b[column]))
}

function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
}

/** Both come out of the database as it writes them, keys in its order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
