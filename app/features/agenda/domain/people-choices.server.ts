import { and, asc, isNull, sql } from 'drizzle-orm'
import { seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type PersonChoice = { id: string; name: string; search: string }

const most = 2000

/** The people whom the actor sees at an event, in order of protocol: who can be put into its sessions. At most 2,000. */
export async function listPeopleChoices(ctx: Context, eventId: string): Promise<PersonChoice[]> {
  const rows = await database()
    .select({ id: person.id, name: person.name, search: person.search })
    .from(person)
    .where(and(isNull(person.mergedIntoId), seenAt(ctx, eventId)))
    .orderBy(asc(person.precedence), asc(person.name))
    .limit(most)
  return rows.map((row) => ({ ...row, search: row.search ?? '' }))
}

/**
 * Who is meant by each text: an id as it is, a name with or without its diacritics where one person alone bears it. What
 * names nobody, or several, is not in the map.
 */
export async function findPeopleMeant(
  ctx: Context,
  eventId: string,
  texts: string[],
): Promise<Map<string, string>> {
  const typed = [...new Set(texts.filter(Boolean))]
  if (typed.length === 0) return new Map()
  const rows = await database().execute<{ typed: string; id: string }>(sql`
    select t.typed, min(${person.id}::text) as id
    from jsonb_array_elements_text(${JSON.stringify(typed)}::jsonb) as t(typed)
    join ${person} on ${person.id}::text = t.typed
      or (${person.mergedIntoId} is null and search_text(${person.name}) = search_text(trim(t.typed)))
    where ${seenAt(ctx, eventId)}
    group by t.typed
    having count(*) = 1`)
  return new Map(rows.map((row) => [row.typed, row.id]))
}
