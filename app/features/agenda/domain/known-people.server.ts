import { and, inArray } from 'drizzle-orm'
import { knownToHosts } from '#app/features/people/domain/known-to-hosts.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { person } from '#db/schema/index.ts'

/** Nobody sees a neighbour's people: a host of the event must know each of them. Gives their names by id. */
export async function requireKnownPeople(
  tx: Transaction,
  eventId: string,
  personIds: string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(inArray(person.id, personIds), knownToHosts(eventId)))
  if (rows.length < personIds.length) throw new Refusal('person-missing', 'missing')
  return new Map(rows.map((row) => [row.id, row.name]))
}
