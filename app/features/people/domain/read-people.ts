import { parse } from 'csv-parse/sync'
import { columnOf, type PeopleField } from './people-columns.ts'

/** One person of a list as it stands there, with the number of its line. */
export type ReadPerson = { line: number; fields: Partial<Record<PeopleField, string>> }
export type ReadPeople = { people: ReadPerson[]; ignored: string[]; unreadable: number[] }

/**
 * A list of people: a table with a header in either language, its cells parted by commas, semicolons or tabs, or else
 * addresses as mail programs write them.
 */
export function readPeople(text: string): ReadPeople {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  return readTable(plain) ?? readAddresses(plain)
}

function readTable(text: string): ReadPeople | null {
  const lead = text.length - text.replace(/^(\s*\n)+/, '').length
  const first = text.slice(lead).split('\n', 1)[0] ?? ''
  const delimiter = [';', '\t', ',']
    .map((sign) => ({ sign, count: first.split(sign).length }))
    .sort((a, b) => b.count - a.count)[0]?.sign
  const headers = cells(first, delimiter ?? ',')
  const columns = headers.map(columnOf)
  const named = columns.some((column) => column === 'name' || column === 'given' || column === 'email')
  if (!named || first.includes('@')) return null
  const skipped = text.slice(0, lead).split('\n').length - 1
  const people: ReadPerson[] = []
  const unreadable: number[] = []
  const records = parse(text.slice(lead), {
    ...{ delimiter: delimiter ?? ',', from: 2, trim: true, relax_quotes: true, relax_column_count: true },
    ...{ skip_empty_lines: true, info: true },
  }) as unknown as { record: string[]; info: { lines: number } }[]
  for (const { record, info } of records) {
    // `lines` is where a record ends; one with line breaks in its cells began earlier.
    const line = info.lines + skipped - record.join('').split('\n').length + 1
    if (record.every((cell) => cell === '')) continue
    const fields: ReadPerson['fields'] = {}
    columns.forEach((column, at) => {
      const cell = record[at]?.trim()
      if (column && cell && !fields[column]) fields[column] = cell
    })
    if (record.length > headers.length) unreadable.push(line)
    else people.push({ line, fields: withWholeName(fields) })
  }
  const ignored = headers.filter((header, at) => header && !columns[at])
  return { people, ignored, unreadable }
}

function cells(line: string, delimiter: string): string[] {
  try {
    return ((parse(line, { delimiter, relax_quotes: true, trim: true }) as string[][])[0] ?? []).map(String)
  } catch {
    return line.split(delimiter)
  }
}

/** Family and given name in columns of their own: joined as the table has them, the Vietnamese way for `Họ` and `Tên`. */
function withWholeName({ family, given, ...fields }: ReadPerson['fields']): ReadPerson['fields'] {
  if (fields.name || (!family && !given)) return fields
  const isVietnamese = /[^\x20-\x7e]/.test(`${family}${given}`)
  const parts = isVietnamese ? [family, given] : [given, family]
  return { ...fields, name: parts.filter(Boolean).join(' ') }
}

/** `Tên <a@b>`, `"Vũ, Tâm" <a@b>`, `a@b (Tên)`, a bare address: parted by commas, semicolons or line breaks. */
function readAddresses(text: string): ReadPeople {
  const people: ReadPerson[] = []
  const unreadable: number[] = []
  for (const { line, part } of addressParts(text)) {
    const read = oneAddress(part)
    if (read) people.push({ line, fields: read })
    else unreadable.push(line)
  }
  return { people, ignored: [], unreadable }
}

/** Parts between separators that stand neither in quotes nor in angle brackets, each with its line. */
function addressParts(text: string): { line: number; part: string }[] {
  const parts: { line: number; part: string }[] = []
  let [line, start, part, quoted, angled] = [1, 1, '', false, false]
  const end = () => {
    if (part.trim()) parts.push({ line: start, part: part.trim() })
    part = ''
    quoted = false
    angled = false
  }
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    if (!quoted && sign === '<') angled = true
    if (!quoted && sign === '>') angled = false
    if (sign === '\n' || (!quoted && !angled && /[,;]/.test(sign))) end()
    else part += sign
    if (sign === '\n') line += 1
    if (!part.trim()) start = line
  }
  end()
  return parts
}

function oneAddress(part: string): ReadPerson['fields'] | null {
  const angled = /^(.*?)<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>$/s.exec(part)
  if (angled) return named(angled[1] ?? '', angled[2] ?? '')
  const bracketed = /^([^\s<>()]+@[^\s<>()]+)\s*\((.+)\)$/.exec(part)
  if (bracketed) return named(bracketed[2] ?? '', bracketed[1] ?? '')
  const bare = /^(?:mailto:)?([^\s<>()"]+@[^\s<>()"]+)$/.exec(part)
  if (bare) return { email: bare[1] ?? '' }
  const spaced = /^(.+?)\s+[-–:]?\s*([^\s<>()"]+@[^\s<>()"]+)$/.exec(part)
  if (spaced) return named(spaced[1] ?? '', spaced[2] ?? '')
  // A line of nothing but a name is somebody without an address.
  return /[@<>]/.test(part) || !/\p{L}/u.test(part) ? null : named(part, '')
}

function named(written: string, email: string): ReadPerson['fields'] {
  const quoted = /^\s*["'](.*)["']\s*$/s.exec(written)
  const name = (quoted?.[1] ?? written).replace(/\\(.)/g, '$1').trim()
  // Mail programs write `Vũ, Tâm` for family and given name; the family comes first in Vietnamese anyway.
  const whole = name.replace(/^([^,]+),\s*([^,]+)$/, '$1 $2').replace(/\s+/g, ' ')
  return { ...(whole && whole !== email && { name: whole }), ...(email && { email }) }
}
