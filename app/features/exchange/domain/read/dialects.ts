import { line, type OtherKind, Unreadable } from '../imported-agenda.ts'

type Tree = Record<string, unknown>
const tree = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {})
const has = (node: Tree, ...names: string[]) => names.every((name) => name in node)

// What other systems export as JSON beside an agenda that can be read: by the keys of its rows, or of the whole file.
const ofRows: [(row: Tree) => boolean, OtherKind][] = [
  [(row) => has(row, 'code', 'submissions') || has(row, 'code', 'biography'), 'pretalx-speakers'],
  [(row) => 'biography' in row && 'name' in row && !('title' in row), 'pretalx-speakers'],
  [(row) => has(row, 'code', 'title') && ('submission_type' in row || 'slot' in row), 'pretalx-list'],
  [(row) => has(row, 'fullname', 'id') || has(row, 'fullname', 'sessions'), 'sessionize-speakers'],
  [(row) => has(row, 'event_start') || has(row, 'event_key'), 'sched'],
  [(row) => 'email' in row && !('title' in row), 'people'],
]

/** What JSON is that holds no agenda as we know it: an export of a known system, or a dialect that names itself. */
export function unknownJson(file: unknown): Unreadable {
  const root = tree(file)
  const rows = Array.isArray(file) ? file : Array.isArray(root.results) ? root.results : []
  const first = Object.fromEntries(
    Object.entries(tree(rows[0])).map(([name, value]) => [name.toLowerCase(), value]),
  )
  if (has(root, 'talks', 'rooms', 'speakers')) return new Unreadable('other-kind', 'pretalx-widget')
  const kind = ofRows.find(([fits]) => rows.length > 0 && fits(first))?.[1]
  return kind ? new Unreadable('other-kind', kind) : dialectOf(file)
}

/** A dialect of XML or JSON that is none of ours: what it calls itself, a line break, and the names it begins with. */
export function dialectOf(file: unknown, parts: unknown = file): Unreadable {
  return new Unreadable('dialect', `${titleOf(tree(file))}\n${namesIn(parts)}`)
}

function titleOf(file: Tree): string {
  const inside = [file, ...Object.values(file).map(tree)]
  const about = inside.flatMap((node) => [node.conference, node.event, node]).map(tree)
  const said = about.flatMap(({ title, name, acronym, ...node }) => [
    ...[title, name, node['@title'], node['@name'], acronym],
  ])
  return said.map((one) => line(typeof one === 'object' ? tree(one)['#text'] : one, 80)).find(Boolean) ?? ''
}

function namesIn(file: unknown): string {
  const names = Object.keys(tree(Array.isArray(file) ? file[0] : file)).filter((name) => !/^[?@#]/.test(name))
  return line(names.slice(0, 6).join(', '), 120)
}
