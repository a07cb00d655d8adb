import { addressKey, nameWords } from '../name-parts.ts'

export type Compared = { id: string; name: string; otherNames: string; email: string | null }
export type DuplicateReason = 'address' | 'name' | 'spelling' | 'order' | 'part'
export type Duplicate = { a: string; b: string; reason: DuplicateReason; score: number }

const scores: Record<DuplicateReason, number> = { address: 100, name: 90, spelling: 80, order: 70, part: 45 }
// A short name that many others contain says little of any of them; and no list is read to its end.
const mostOfOne = 4
const mostLooked = 2000
const mostPairs = 200

/** What two people are called together, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * Pairs of people who may be one, likeliest first: the same address in another spelling, the same name but for
 * diacritics, the same words in another order, all words of the shorter name in the longer. Each name is compared with
 * those alone that share its rarest word, so that ten thousand take a moment. `distinct`: keys of pairs that are two.
 */
export function findDuplicates(
  people: readonly Compared[],
  distinct: ReadonlySet<string> = new Set(),
): Duplicate[] {
  const all = people.map((person) => ({ person, names: namesOf(person) }))
  const found = new Map<string, Duplicate>()
  const note = (a: Compared, b: Compared, reason: DuplicateReason, less = 0) => {
    if (a.id === b.id) return
    const [first, second] = a.id < b.id ? [a, b] : [b, a]
    const apart = reason !== 'address' && a.email && b.email && addressKey(a.email) !== addressKey(b.email)
    const score = scores[reason] - less - (apart ? 10 : 0)
    const key = pairKey(a.id, b.id)
    if (distinct.has(key)) return
    if ((found.get(key)?.score ?? 0) < score) found.set(key, { a: first.id, b: second.id, reason, score })
  }
  for (const group of groupsBy(people, (one) => (one.email ? [addressKey(one.email)] : [])).values()) {
    inPairs(group, (a, b) => note(a, b, 'address'))
  }
  const byWords = groupsBy(all, ({ names }) => names.map((name) => name.sorted))
  for (const group of byWords.values()) {
    inPairs(group, (a, b) => note(a.person, b.person, reasonOf(a.person.name, b.person.name)))
  }
  const byWord = groupsBy(all, ({ names }) => [...new Set(names.flatMap((name) => name.words))])
  for (const { person, names } of all) {
    for (const { words } of names) {
      const longer = containing(words, byWord).filter((other) => other.person.id !== person.id)
      if (longer.length > mostOfOne) continue
      for (const other of longer) note(person, other.person, 'part', (longer.length - 1) * 5)
    }
  }
  return [...found.values()].sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1)).slice(0, mostPairs)
}

type Named = { person: Compared; names: { words: string[]; sorted: string }[] }

function namesOf({ name, otherNames }: Compared): Named['names'] {
  return [name, ...otherNames.split('\n')].flatMap((one) => {
    const words = nameWords(one)
    return words.length === 0 ? [] : [{ words, sorted: [...words].sort().join(' ') }]
  })
}

/** Those with a longer name that has every one of these words; a single word is nobody's name alone. */
function containing(words: string[], byWord: Map<string, Named[]>): Named[] {
  if (words.length < 2) return []
  const rarest = words.map((word) => byWord.get(word) ?? []).sort((x, y) => x.length - y.length)[0] ?? []
  if (rarest.length > mostLooked) return []
  return rarest.filter(({ names }) =>
    names.some(
      (name) => name.words.length > words.length && words.every((word) => name.words.includes(word)),
    ),
  )
}

function reasonOf(a: string, b: string): DuplicateReason {
  if (a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()) return 'name'
  return nameWords(a).join(' ') === nameWords(b).join(' ') ? 'spelling' : 'order'
}

function groupsBy<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

function inPairs<T>(group: readonly T[], visit: (a: T, b: T) => void) {
  // Whoever has an address of the whole office, or a name of a hundred, is compared with their neighbours only.
  const width = group.length > 20 ? 3 : group.length
  group.forEach((a, at) => {
    for (const b of group.slice(at + 1, at + width)) visit(a, b)
  })
}
