import { type ImportedPerson, identityIn } from '../imported-agenda.ts'
import { sourceKey } from './match-people.ts'
import type { ImportContext, KnownPerson, PersonField, PlannedDetails } from './planned.ts'
import { type BroughtPerson, decideField, reworded, says } from './three-way.ts'

const wordFields = ['position', 'affiliation', 'biography'] as const

/** What a file says of somebody, to compare the next one with. */
export function broughtPerson(one: ImportedPerson): BroughtPerson {
  const { name, position = '', affiliation = '', biography = '' } = one
  return { name, position, affiliation, biography }
}

/** One person of a file from all its mentions: what the first says, filled by the others. */
export function together(mentions: readonly ImportedPerson[]): ImportedPerson[] {
  const all = new Map<string, ImportedPerson>()
  for (const one of mentions) all.set(identityIn(one), { ...one, ...all.get(identityIn(one)) })
  return [...all.values()]
}

/** What a file would change of a person who is here; null for nothing. What it says nothing of stays. */
export function planDetails(
  format: Parameters<typeof sourceKey>[0],
  given: ImportedPerson,
  known: KnownPerson,
  { earlier, choices }: ImportContext,
): PlannedDetails | null {
  const key = sourceKey(format, given)
  const last = earlier.people.get(key)?.brought
  const file = broughtPerson(given)
  const changes: PlannedDetails['changes'] = []
  const clashes: PlannedDetails['clashes'] = []
  const decide = (field: PersonField, ours: string, isAsHere: boolean, isUntouched: boolean) => {
    const result = decideField({ isAsLast: last ? last[field] === file[field] : null, isAsHere, isUntouched })
    // Of somebody met for the first time only what was blank is filled.
    if (result === 'stays' || (result === 'asked' && !last)) return false
    const taken = choices.taken.includes(`${field} ${key}`)
    if (result === 'asked') clashes.push({ field, file: file[field], ours, taken })
    return result === 'taken' || taken
  }
  if (decide('name', known.name, known.name === file.name, last?.name === known.name))
    changes.push({ field: 'name', before: known.name, after: file.name })
  for (const field of wordFields) {
    const [here, words] = [known[field], file[field]]
    if (!words) continue
    const ours = here.vi ?? here.en ?? ''
    const isUntouched = !ours || (last !== undefined && says(here, last[field]))
    if (!decide(field, ours, says(here, words), isUntouched)) continue
    const after = reworded(here, { words, last: last?.[field], language: null })
    changes.push({ field, before: ours, after })
  }
  if (changes.length === 0 && clashes.length === 0) return null
  const isKept = choices.kept.includes(key)
  return { key, personId: known.id, name: known.name, changes: isKept ? [] : changes, clashes, isKept }
}
