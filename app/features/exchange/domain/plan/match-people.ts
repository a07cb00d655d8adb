import { identifyPeople } from '#app/features/people/domain/duplicates/identify-person.ts'
import { type ImportedAgenda, type ImportedPerson, identityIn } from '../imported-agenda.ts'
import type { Candidate, ImportContext, KnownPerson } from './planned.ts'

export type Match = {
  kind: 'known' | 'new' | 'unclear'
  /** Who is meant, once that is clear. */
  person: KnownPerson | null
  /** Whom the name alone may mean, where that is a question; also after it was answered. */
  candidates: Candidate[]
}

/** What somebody of a file is called across files: names alone are their source's own. */
export function sourceKey(format: ImportedAgenda['format'], person: ImportedPerson): string {
  return person.key ?? `${format} ${identityIn(person)}`
}

/**
 * Who of the people we know is meant: whom this source's files meant before, or whoever has the address. A name alone is
 * asked about, unless one of its bearers is in the session already.
 */
export function matchPeople({ format }: ImportedAgenda, { people, earlier, choices }: ImportContext) {
  const byId = new Map(people.map((one) => [one.id, one]))
  const bound = new Map([...earlier.people].map(([key, { personId }]) => [key, personId]))
  // In our own files people are called by the ids that they have here.
  for (const { id } of people) bound.set(`schedule ${id}`, bound.get(`schedule ${id}`) ?? id)
  const identify = identifyPeople(people, bound)
  return (given: ImportedPerson, inSession: ReadonlySet<string>): Match => {
    const { name, email } = given
    const found = identify({ name, email, key: sourceKey(format, given) })
    if (found.kind === 'same') return { kind: 'known', person: found.person, candidates: [] }
    if (found.kind === 'new') return { kind: 'new', person: null, candidates: [] }
    const { candidates, exact } = found
    const chosen = choices.people[identityIn(given)]
    if (chosen === 'new') return { kind: 'new', person: null, candidates }
    const decided = candidates.find((one) => one.id === chosen) ?? byId.get(chosen ?? '')
    if (decided) return { kind: 'known', person: decided, candidates }
    const there = candidates.filter((one) => inSession.has(one.id))
    const [present] = there
    if (present && there.length === 1) return { kind: 'known', person: present, candidates }
    if (choices.sameNames && exact) return { kind: 'known', person: exact, candidates }
    return { kind: 'unclear', person: null, candidates }
  }
}
