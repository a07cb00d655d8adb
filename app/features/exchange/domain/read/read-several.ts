import { fileKindOf } from '#app/shared/tables/file-kind.ts'
import { type ImportedAgenda, Unreadable, type UnreadFile, withOwnKeys } from '../imported-agenda.ts'
import { jsonAgendas, parseJson } from './read-json.ts'

type Named = { name: string; text: string }
type Read = { name: string; agenda: ImportedAgenda }

/**
 * Several files as one agenda: JSON files that make one together, and each other by itself. Files that cannot be read, or
 * give nothing, are named; those that do not go together are refused, so that none is left out unsaid.
 */
export function readSeveral(
  files: readonly Named[],
  readOne: (text: string) => ImportedAgenda,
): ImportedAgenda {
  const unread: (UnreadFile & { error?: Unreadable })[] = []
  const read: Read[] = []
  const attempt = <Found>(name: string, work: () => Found): Found | null => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      unread.push({ name, code: error.code, detail: error.detail, error })
      return null
    }
  }
  const trees: { name: string; text: string; value: unknown }[] = []
  for (const { name, text } of files) {
    if (fileKindOf(text) !== 'json') {
      const agenda = attempt(name, () => readOne(text))
      if (agenda) read.push({ name, agenda })
      continue
    }
    const parsed = attempt(name, () => ({ value: parseJson(text) }))
    if (parsed) trees.push({ name, text, value: parsed.value })
  }
  const agendas = jsonAgendas(trees.map(({ value }) => value))
  const used = new Set(agendas.flatMap((one) => one.used))
  for (const { agenda, used: places } of agendas)
    read.push({ name: places.map((at) => trees[at]?.name).join(', '), agenda })
  for (const [at, { name, text }] of trees.entries()) {
    if (used.has(at)) continue
    // Beside an agenda, a file of rooms or of the event says nothing that is missing.
    if (agendas.length > 0) unread.push({ name, code: 'unused', detail: '' })
    else attempt(name, () => readOne(text))
  }
  const [first] = read
  if (!first) throw unread[0]?.error ?? new Unreadable('empty')
  return { ...together(read), ...(unread.length > 0 && { unread: unread.map(({ error, ...one }) => one) }) }
}

function together(read: readonly Read[]): ImportedAgenda {
  const [first, ...more] = read
  if (!first) throw new Unreadable('empty')
  if (more.length === 0) return first.agenda
  const formats = new Set(read.map(({ agenda }) => agenda.format))
  if (formats.size > 1) throw new Unreadable('mixed-formats', [...formats].join('\n'))
  const zones = new Set(read.map(({ agenda }) => agenda.zone ?? ''))
  const isLocal = read.some(({ agenda }) =>
    agenda.sessions.some((one) => one.startsAt && 'local' in one.startsAt),
  )
  if (zones.size > 1 && isLocal) throw new Unreadable('mixed-zones', [...zones].filter(Boolean).join(', '))
  // How a table was read is asked one by one.
  const isOpen = ({ table, dates = table?.dates }: ImportedAgenda) =>
    table?.isUnsure === true || (dates?.isNeeded === true && !dates.isProven)
  if (read.some(({ agenda }) => isOpen(agenda))) throw new Unreadable('tables-apart')
  const [zone = ''] = zones
  return {
    format: first.agenda.format,
    sessions: withOwnKeys(
      read.flatMap(({ name, agenda }) =>
        agenda.sessions.map((one) => ({ ...one, row: name ? `${one.row} · ${name}` : one.row })),
      ),
    ),
    notes: [...new Set(read.flatMap(({ agenda }) => agenda.notes))],
    ...(zones.size === 1 && zone && { zone }),
  }
}
