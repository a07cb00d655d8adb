import { and, eq, exists, inArray, or, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { acquaintance, host, person } from '#db/schema/index.ts'

/** Nobody sees a neighbour's people: a host of the event must know each of them. Gives their names by id. */
export async function requireKnownPeople(
  tx: Transaction,
  eventId: string,
  personIds: string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const knownByHost = tx
    .select({ one: sql`1` })
    .from(acquaintance)
    .innerJoin(host, eq(host.organizationId, acquaintance.organizationId))
    .where(and(eq(acquaintance.personId, person.id), eq(host.eventId, eventId)))
  const hostless = sql`not exists (select 1 from ${host} where ${host.eventId} = ${eventId})`
  const rows = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(inArray(person.id, personIds), or(exists(knownByHost), hostless)))
  if (rows.length < personIds.length) throw new Refusal('person-missing', 'missing')
  return new Map(rows.map((row) => [row.id, row.name]))
}
