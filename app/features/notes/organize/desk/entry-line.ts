import { searchable } from '#app/shared/searchable.ts'
import type { NoteKind } from '#app/shared/vocabulary.ts'

/** Somebody who may be meant by a few letters; without an id a guest by name. */
export type Nameable = { id: string | null; name: string }

export type ReadLine = {
  kind: NoteKind
  offRecord: boolean
  /** Whose words they are, or who has an action in hand. */
  person: Nameable | null
  /** All who fit the letters, when several do: a figure behind them (`la2`) takes another. */
  choices: Nameable[]
  words: string
}

export const kindLetters: Record<string, NoteKind> = {
  s: 'statement',
  q: 'quote',
  p: 'proposal',
  d: 'decision',
  a: 'action',
  '?': 'question',
}

const mostChoices = 9

/**
 * What an entry line says: `!` for off the record, a letter for the kind, letters of a name (or `-` for nobody, `@a new
 * guest:`), then the words. Without a letter for the kind it is a statement and nobody is looked for. `tiers` are the
 * people, those first who are nearest: who fits in a nearer tier is meant before all others.
 */
export function readLine(line: string, tiers: readonly (readonly Nameable[])[]): ReadLine {
  let rest = line.normalize('NFC').trim()
  const offRecord = rest.startsWith('!')
  if (offRecord) rest = rest.slice(1).trimStart()
  const said = { offRecord, person: null, choices: [] }
  const letter = /^(?:([sqpda])(?:\s+|$)|(\?)\s*)/i.exec(rest)
  if (!letter) return { ...said, kind: 'statement', words: rest }
  const kind = kindLetters[(letter[1] ?? letter[2] ?? '').toLowerCase()] ?? 'statement'
  rest = rest.slice(letter[0].length)

  const guest = /^@([^:]{0,200}):\s*/.exec(rest)
  if (guest) {
    const name = (guest[1] ?? '').trim()
    const person = name ? { id: null, name } : null
    return { ...said, kind, person, words: rest.slice(guest[0].length) }
  }
  const nobody = /^-(?:\s+|$)/.exec(rest)
  if (nobody) return { ...said, kind, words: rest.slice(nobody[0].length) }
  const token = /^(\p{L}[\p{L}\p{M}]+)([1-9])?(?:\s+|$)/u.exec(rest)
  const choices = token ? peopleMeant(token[1] ?? '', tiers) : []
  if (!token || choices.length === 0) return { ...said, kind, words: rest }
  const person = choices[Number(token[2] ?? 1) - 1] ?? choices[0] ?? null
  return { kind, offRecord, person, choices, words: rest.slice(token[0].length) }
}

/**
 * Who is meant by a few letters: those of the nearest tier whose initials they begin, or a part of whose name. Letters
 * with diacritics mean just these letters, so that a word of the sentence is seldom taken for a name.
 */
export function peopleMeant(letters: string, tiers: readonly (readonly Nameable[])[]): Nameable[] {
  const plain = searchable(letters)
  if (plain.length < 2) return []
  const isPlain = plain === letters.toLowerCase()
  for (const people of tiers) {
    const found = people.filter(({ name }) => {
      const parts = name.normalize('NFC').toLowerCase().split(/\s+/)
      if (!isPlain) return parts.some((part) => part.startsWith(letters.toLowerCase()))
      const folded = parts.map(searchable)
      const initials = folded.map((part) => part.slice(0, 1)).join('')
      return folded.some((part) => part.startsWith(plain)) || initials.startsWith(plain)
    })
    if (found.length > 0) return unique(found).slice(0, mostChoices)
  }
  return []
}

const unique = (people: Nameable[]) => [
  ...new Map(people.map((one) => [one.id ?? `guest ${one.name}`, one])).values(),
]
