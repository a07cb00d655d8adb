import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { acquaintance, host, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Nobody sees a neighbour's people: those alone whom a host of the event knows. */
export function knownToHosts(eventId: string): SQL {
  const known = database()
    .select({ id: acquaintance.personId })
    .from(acquaintance)
    .innerJoin(host, eq(host.organizationId, acquaintance.organizationId))
    .where(eq(host.eventId, eventId))
  return inArray(person.id, known)
}

/** The person an organizer's page is about; one that was merged is gone, and `mergedIntoId` says where to. */
export async function getKnownPerson(eventId: string, personId: string) {
  const [found] = uuid.test(personId)
    ? await database()
        .select()
        .from(person)
        .where(and(eq(person.id, personId), knownToHosts(eventId)))
    : []
  if (!found) throw new Refusal('person-missing', 'missing')
  return found
}

export type KnownPerson = Awaited<ReturnType<typeof getKnownPerson>>

/** These people, held until the transaction ends, in the order of their ids; refused when one is not known or merged. */
export async function lockKnownPeople(tx: Transaction, eventId: string, ids: string[]) {
  if (!ids.every((id) => uuid.test(id))) throw new Refusal('person-missing', 'missing')
  const rows = await tx
    .select()
    .from(person)
    .where(and(inArray(person.id, ids), knownToHosts(eventId), isNull(person.mergedIntoId)))
    .orderBy(person.id)
    .for('no key update')
  if (rows.length < new Set(ids).size) throw new Refusal('person-missing', 'missing')
  return new Map(rows.map((row) => [row.id, row]))
}

/** A row of `appearance`, `invitation` … that is this person's, or that of a record merged into theirs. */
export function isOf(column: SQL | Parameters<typeof eq>[0], personId: string): SQL {
  const merged = sql`(select m.id from person m where m.merged_into_id = ${personId})`
  return or(sql`${column} = ${personId}`, sql`${column} in ${merged}`) as SQL
}
