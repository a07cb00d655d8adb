import { randomUUID } from 'node:crypto'
import type { Newcomer } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { findPeopleMeant } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import type { Context } from '#app/shared/context.ts'
import { searchable } from '#app/shared/searchable.ts'
import { type CreditRole, creditRoles } from '#app/shared/vocabulary.ts'
import type { Credit } from './film-details.ts'

/** Names by role, in their order. */
export type TypedCredits = Partial<Record<CreditRole, readonly string[]>>
export type MeantCredits = {
  credits: Credit[]
  newcomers: Newcomer[]
  /** Names that more than one person bears, with their role. */
  several: { role: CreditRole; name: string }[]
}

type Known = readonly { role: CreditRole; personId: string; name: string }[]

/**
 * Who is meant by the names of a film's credits: somebody known at the event, with or without diacritics, else somebody
 * new, who becomes a person with the film or not at all. `before` knows its own people by name first: two who share one stay apart.
 */
export async function creditsMeant(
  ctx: Context,
  eventId: string,
  typed: TypedCredits,
  before: Known = [],
): Promise<MeantCredits> {
  const { films, newcomers } = await creditsMeantOfMany(ctx, eventId, [{ typed, before }])
  return { credits: [], several: [], ...films[0], newcomers }
}

/** The same of many films at once: whoever is new and named by several of them is one person. */
export async function creditsMeantOfMany(
  ctx: Context,
  eventId: string,
  films: readonly { typed: TypedCredits; before: Known }[],
): Promise<{ films: Omit<MeantCredits, 'newcomers'>[]; newcomers: Newcomer[] }> {
  const wanted = films.map(({ typed, before }) => ({
    own: new Map(before.map(({ role, name, personId }) => [`${role} ${name}`, personId])),
    lines: creditRoles.flatMap((role) => (typed[role] ?? []).map((name) => ({ role, name }))),
  }))
  const asked = wanted.flatMap(({ own, lines }) =>
    lines.filter(({ role, name }) => !own.has(`${role} ${name}`)).map(({ name }) => name),
  )
  const { people, several } = await findPeopleMeant(ctx, eventId, asked)
  const fresh = new Map<string, Newcomer[]>()
  const meant = wanted.map(({ own, lines }) => {
    const unclear = lines.filter(({ role, name }) => several.has(name) && !own.has(`${role} ${name}`))
    // Nobody becomes a person by a film that is not taken.
    if (unclear.length > 0) return { credits: [], several: unclear }
    const credits = new Map<string, Credit>()
    for (const { role, name } of lines) {
      const personId = own.get(`${role} ${name}`) ?? people.get(name) ?? newcomerOf(fresh, name).id
      credits.set(`${role} ${personId}`, { role, personId })
    }
    return { credits: [...credits.values()], several: unclear }
  })
  return { films: meant, newcomers: [...fresh.values()].flat() }
}

/** One person a name, who directs also writes; without its accents it is the same name, with others another. */
function newcomerOf(fresh: Map<string, Newcomer[]>, name: string): Newcomer {
  const key = searchable(name) || name
  const others = fresh.get(key) ?? []
  const lower = (text: string) => text.toLocaleLowerCase('vi')
  const isBare = (text: string) => searchable(text) === lower(text)
  const known = others.find(
    (one) => lower(one.name) === lower(name) || isBare(one.name) || (others.length === 1 && isBare(name)),
  )
  if (known) return known
  const made = { id: randomUUID(), name }
  fresh.set(key, [...others, made])
  return made
}
