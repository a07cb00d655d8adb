import { searchable } from '#app/shared/searchable.ts'

/** Somebody who can be chosen, with what tells namesakes apart: position and body, as one line. */
export type NotedPerson = { id: string; name: string; note: string; portraitId: string | null }

/**
 * What each is called where one of many is chosen by name: the name alone while nobody else bears it, else with position
 * and body, and where these are the same too, with a number.
 */
export function choiceNames(
  people: readonly Pick<NotedPerson, 'id' | 'name' | 'note'>[],
): Map<string, string> {
  const bearers = counted(people.map(({ name }) => searchable(name)))
  const named = people.map(({ id, name, note }) => {
    const isAlone = bearers.get(searchable(name)) === 1
    return { id, label: isAlone || !note ? name : `${name} (${note})`, isAlone }
  })
  const alike = counted(named.map(({ label }) => label))
  const seen = new Map<string, number>()
  return new Map(
    named.map(({ id, label }) => {
      if (alike.get(label) === 1) return [id, label]
      const number = (seen.get(label) ?? 0) + 1
      seen.set(label, number)
      return [id, `${label} [${number}]`]
    }),
  )
}

/** The name in a text that asks for somebody new, as in "+ Trần Thị Mới"; null for any other text. */
export function newNameIn(text: string): string | null {
  const name = text.startsWith('+') ? text.slice(1).trim() : ''
  return name === '' ? null : name
}

/** Those who bear a name, whatever its case and accents: who may be meant by it. */
export function namesakesOf<P extends { name: string }>(people: readonly P[], text: string): P[] {
  const wanted = searchable(text)
  return wanted === '' ? [] : people.filter(({ name }) => searchable(name) === wanted)
}

function counted(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
