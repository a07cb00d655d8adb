import { isDegree } from '../name-parts.ts'
import type { ReadPerson } from './read-people.ts'

/** `Tên <a@b>`, `"Vũ, Tâm" <a@b>`, `a@b (Tên)`, a bare address: parted by commas, semicolons or line breaks. */
export function readAddresses(text: string): { people: ReadPerson[]; unreadable: number[] } {
  const people: ReadPerson[] = []
  const unreadable: number[] = []
  for (const { line, part } of addressParts(text)) {
    const read = oneAddress(part)
    if (read) people.push({ line, fields: read })
    else unreadable.push(line)
  }
  return { people, unreadable }
}

/** Parts between separators that stand neither in quotes nor in angle brackets, each with its line. */
function addressParts(text: string): { line: number; part: string }[] {
  const parts: { line: number; part: string }[] = []
  let [line, start, part, quoted, angled] = [1, 1, '', false, false]
  const end = () => {
    if (part) parts.push({ line: start, part: part.trim() })
    part = ''
    quoted = false
    angled = false
  }
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    if (!quoted && sign === '<') angled = true
    if (!quoted && sign === '>') angled = false
    if (sign === '\n' || (!quoted && !angled && /[,;]/.test(sign))) end()
    // What stands before a part is none of it.
    else if (part || sign.trim()) part += sign
    if (sign === '\n') line += 1
    if (!part) start = line
  }
  end()
  return parts
}

/** Nobody's name and address are longer, and what follows tries them at many places. */
export const longest = 600

/** Somebody as a mail program writes them; null when it is neither a name nor an address. */
export function oneAddress(written: string): ReadPerson['fields'] | null {
  const part = written.trim().replace(/\s+/g, ' ')
  if (part.length > longest) return null
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
  const hasDegree = isDegree(name.split(',').at(-1) ?? '')
  const whole = (hasDegree ? name : name.replace(/^([^,]+),\s*([^,]+)$/, '$1 $2')).replace(/\s+/g, ' ')
  return { ...(whole && whole !== email && { name: whole }), ...(email && { email }) }
}
