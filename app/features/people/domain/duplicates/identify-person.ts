import { nameWords } from '../name-parts.ts'

/** Somebody whom we know; `otherNames` are further spellings, one a line. */
export type KnownIdentity = { id: string; name: string; email: string | null; otherNames?: string }

/** Somebody whom a file or a form names. `key` is what its source calls them, where it calls them anything. */
export type GivenIdentity = { name: string; key?: string | undefined; email?: string | null | undefined }

export type Identified<Known> =
  | { kind: 'same'; person: Known; by: 'key' | 'address' }
  | { kind: 'new' }
  /** `exact`: the only one whose name is spelled just so, and whom no address speaks against. */
  | { kind: 'question'; candidates: Known[]; exact: Known | null }

/**
 * Who of those we know is meant: whoever the source's own id was bound to before, else whoever has the address. A name
 * alone, in whichever spelling or order, is never an answer, but a question, and its candidates those who bear it.
 * `bound`: ids of people by the source's keys.
 */
export function identifyPeople<Known extends KnownIdentity>(
  known: readonly Known[],
  bound: ReadonlyMap<string, string> = new Map(),
): (given: GivenIdentity) => Identified<Known> {
  const byId = new Map(known.map((one) => [one.id, one]))
  const byAddress = groupsBy(known, (one) => (one.email ? [mailbox(one.email)] : []))
  const byName = groupsBy(known, (one) => namesOf(one).map(sortedWords))
  return ({ name, key, email }) => {
    const kept = byId.get(bound.get(key ?? '') ?? '')
    if (kept) return { kind: 'same', person: kept, by: 'key' }
    const addressed = email ? (byAddress.get(mailbox(email)) ?? []) : []
    const [only] = addressed
    // An office's address may be given for several: names that share no word are asked about.
    if (only && addressed.length === 1 && shareWord(only, name))
      return { kind: 'same', person: only, by: 'address' }
    const named = byName.get(sortedWords(name)) ?? []
    const candidates = [...new Set([...addressed, ...named])]
    if (candidates.length === 0) return { kind: 'new' }
    const spelled = candidates.filter((one) => one.name.normalize('NFC') === name.normalize('NFC').trim())
    const [first] = spelled
    const isApart =
      first?.email !== null && first?.email !== undefined && email && mailbox(first.email) !== mailbox(email)
    const exact = first && spelled.length === 1 && !isApart && addressed.length === 0 ? first : null
    return { kind: 'question', candidates, exact }
  }
}

const namesOf = ({ name, otherNames = '' }: KnownIdentity) =>
  [name, ...otherNames.split('\n')].filter((one) => one.trim())

/** As mail takes it: what stands behind a plus may be another person's. */
const mailbox = (address: string) => address.trim().toLowerCase()

/** Names without a letter that a search knows are compared as they are written. */
const sortedWords = (name: string) => nameWords(name).sort().join(' ') || name.trim()

function shareWord(known: KnownIdentity, name: string): boolean {
  const words = new Set(namesOf(known).flatMap(nameWords))
  return nameWords(name).some((word) => words.has(word)) || known.name.trim() === name.trim()
}

function groupsBy<Item>(items: readonly Item[], keysOf: (item: Item) => string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
