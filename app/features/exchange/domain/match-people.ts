import type { ImportedPerson } from './imported-agenda.ts'
import { plainWords } from './plain-words.ts'

export type KnownPerson = { id: string; name: string; words: string; email: string | null }
export type Candidate = { id: string; name: string }
export type Match = {
  kind: 'known' | 'new' | 'unclear'
  /** Who is meant, once that is clear. */
  person: Candidate | null
  /** Whom the name alone may mean, where that is a question; also after it was answered. */
  candidates: Candidate[]
}

/**
 * Who of the people we know is meant. By address, or by a name that one person alone bears, with or without diacritics;
 * a name in another order, or one of several, is asked about and never guessed, unless that person is in the session
 * already.
 */
export function matchPeople(known: readonly KnownPerson[]) {
  const byName = groupedBy(known, (one) => plainWords(one.name))
  const byWords = groupedBy(known, (one) => sorted(one.name))
  const byId = new Map(known.map((one) => [one.id, one]))
  const byEmail = new Map(
    known.flatMap((one) => (one.email ? [[one.email.toLowerCase(), one] as const] : [])),
  )
  return ({ name, email }: ImportedPerson, chosen: string | undefined, inSession: Set<string>): Match => {
    const clear = (one: Candidate, candidates: Candidate[] = []): Match => ({
      ...{ kind: 'known', candidates },
      person: { id: one.id, name: one.name },
    })
    const addressed = email && byEmail.get(email.toLowerCase())
    if (addressed) return clear(addressed)
    const named = byName.get(plainWords(name)) ?? []
    const [only] = named
    if (only && named.length === 1) return clear(only)
    const candidates = (only ? named : (byWords.get(sorted(name)) ?? [])).map((one) => ({
      ...{ id: one.id, name: one.name },
    }))
    if (candidates.length === 0 || chosen === 'new') return { kind: 'new', person: null, candidates }
    const decided = byId.get(chosen ?? '')
    if (decided) return clear(decided, candidates)
    const there = candidates.filter((one) => inSession.has(one.id))
    const [present] = there
    return present && there.length === 1 ? clear(present) : { kind: 'unclear', person: null, candidates }
  }
}

function groupedBy(people: readonly KnownPerson[], keyOf: (one: KnownPerson) => string) {
  const groups = new Map<string, KnownPerson[]>()
  for (const one of people) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

const sorted = (name: string) => plainWords(name).split(' ').sort().join(' ')
