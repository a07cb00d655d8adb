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

/**
 * Who is meant by the names of a film's credits: somebody known at the event, with or without diacritics, else somebody
 * new, who becomes a person with the film or not at all. `before` knows its own people by name first: two who share one stay apart.
 */
export async function creditsMeant(
  ctx: Context,
  eventId: string,
  typed: TypedCredits,
  before: readonly { role: CreditRole; personId: string; name: string }[] = [],
): Promise<MeantCredits> {
  const own = new Map(before.map(({ role, name, personId }) => [`${role} ${name}`, personId]))
  const lines = creditRoles.flatMap((role) => (typed[role] ?? []).map((name) => ({ role, name })))
  const asked = lines.filter(({ role, name }) => !own.has(`${role} ${name}`)).map(({ name }) => name)
  const { people, several } = await findPeopleMeant(ctx, eventId, asked)
  const fresh = new Map<string, Newcomer>()
  const credits = new Map<string, Credit>()
  for (const { role, name } of lines) {
    const known = own.get(`${role} ${name}`) ?? people.get(name)
    if (!known && several.has(name)) continue
    const personId = known ?? newcomerOf(fresh, name).id
    credits.set(`${role} ${personId}`, { role, personId })
  }
  return {
    credits: [...credits.values()],
    newcomers: [...fresh.values()],
    several: lines.filter(({ role, name }) => several.has(name) && !own.has(`${role} ${name}`)),
  }
}

/** One person a name, whatever its accents: who directs also writes. */
function newcomerOf(fresh: Map<string, Newcomer>, name: string): Newcomer {
  const key = searchable(name) || name
  const made = fresh.get(key) ?? { id: randomUUID(), name }
  fresh.set(key, made)
  return made
}
