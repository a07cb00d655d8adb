import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import type { Transaction } from '#db/client.server.ts'
import { acquaintance, eventPerson, host, member, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isKeptRecord, recordsOf } from './kept-person.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Asking = Pick<Context, 'actor'>

/**
 * Nobody sees a neighbour's people: those of the event alone, and those whom a body knows that the actor is a member of.
 * Jobs and seeds have no body; they see whom the hosts know.
 */
export function seenAt(ctx: Asking, eventId: string): SQL {
  return or(inArray(person.id, peopleOf(eventId)), inArray(person.id, knownTo(ctx, eventId))) as SQL
}

/** Whether somebody is among the people of an event already. */
export function isAmong(eventId: string): SQL {
  return sql`(${inArray(person.id, peopleOf(eventId))})`
}

/** The ids of an event's people, and of whom they were merged into. */
function peopleOf(eventId: string): SQL {
  const here = sql`(
    select ep.person_id from event_person ep where ep.event_id = ${eventId}
    union
    select a.person_id from appearance a join session s on s.id = a.session_id where s.event_id = ${eventId}
  )`
  return sql`(
    select here.person_id from ${here} here
    union
    select m.kept_id from person m where m.id in ${here}
  )`
}

function knownTo({ actor }: Asking, eventId: string) {
  const known = database().select({ id: acquaintance.personId }).from(acquaintance)
  if (actor.kind === 'system') {
    return known
      .innerJoin(host, eq(host.organizationId, acquaintance.organizationId))
      .where(eq(host.eventId, eventId))
  }
  const own = actor.kind === 'account' ? eq(member.accountId, actor.accountId) : sql`false`
  return known
    .innerJoin(member, eq(member.organizationId, acquaintance.organizationId))
    .where(and(own, inArray(member.role, rolesThatMay('people.read'))))
}

/** From now on these are among the people of the event, and known to the bodies for which the actor adds them there. */
export async function introduceAt(
  ctx: Asking,
  tx: Transaction,
  eventId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await joinEvent(tx, eventId, personIds)
  const hosts = tx.select({ id: host.organizationId }).from(host)
  const bodies = await (ctx.actor.kind === 'account'
    ? hosts
        .innerJoin(member, eq(member.organizationId, host.organizationId))
        .where(
          and(
            eq(host.eventId, eventId),
            eq(member.accountId, ctx.actor.accountId),
            inArray(member.role, rolesThatMay('people.edit')),
          ),
        )
    : hosts.where(eq(host.eventId, eventId)))
  const known = personIds.flatMap((personId) => bodies.map(({ id }) => ({ organizationId: id, personId })))
  if (known.length > 0) await tx.insert(acquaintance).values(known).onConflictDoNothing()
}

/** Puts people among those of the event, whoever knows them. */
export async function joinEvent(
  tx: Transaction,
  eventId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  const rows = personIds.map((personId) => ({ eventId, personId }))
  await tx.insert(eventPerson).values(rows).onConflictDoNothing()
}

/** The person an organizer's page is about; one that was merged is gone, and `mergedIntoId` says where to. */
export async function getKnownPerson(ctx: Asking, eventId: string, personId: string) {
  const [found] = uuid.test(personId)
    ? await database()
        .select()
        .from(person)
        .where(and(eq(person.id, personId), seenAt(ctx, eventId)))
    : []
  if (!found) throw new Refusal('person-missing', 'missing')
  return found
}

export type KnownPerson = Awaited<ReturnType<typeof getKnownPerson>>

/** Those of these people whose pages the actor can open at an event: known, and not merged into somebody. */
export async function seenAmong(ctx: Asking, eventId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database()
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, [...ids]), seenAt(ctx, eventId), isKeptRecord))
  return new Set(rows.map((row) => row.id))
}

/** These people, held until the transaction ends, in the order of their ids; refused when one is not known or merged. */
export async function lockKnownPeople(ctx: Asking, tx: Transaction, eventId: string, ids: string[]) {
  if (!ids.every((id) => uuid.test(id))) throw new Refusal('person-missing', 'missing')
  const rows = await tx
    .select()
    .from(person)
    .where(and(inArray(person.id, ids), seenAt(ctx, eventId), isKeptRecord))
    .orderBy(person.id)
    .for('no key update')
  if (rows.length < new Set(ids).size) throw new Refusal('person-missing', 'missing')
  return new Map(rows.map((row) => [row.id, row]))
}

/** A row of `appearance`, `invitation` … that is this person's, or that of a record merged into theirs. */
export function isOf(column: SQL | Parameters<typeof eq>[0], personId: string): SQL {
  return sql`${column} in ${recordsOf(personId)}`
}
