import { and, inArray } from 'drizzle-orm'
import { joinEvent, seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { person } from '#db/schema/index.ts'

/** Nobody sees a neighbour's people: whoever seats them must see each. They are the event's from then on; gives their names by id. */
export async function requireKnownPeople(
  ctx: Context,
  tx: Transaction,
  eventId: string,
  personIds: string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(inArray(person.id, personIds), seenAt(ctx, eventId)))
  if (rows.length < personIds.length) throw new Refusal('person-missing', 'missing')
  await joinEvent(tx, eventId, personIds)
  return new Map(rows.map((row) => [row.id, row.name]))
}
