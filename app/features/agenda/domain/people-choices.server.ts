import { and, asc, eq, exists, isNull, or, sql } from 'drizzle-orm'
import { acquaintance, host, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type PersonChoice = { id: string; name: string; search: string }

const most = 2000

/** The people whom an event's hosts know, in order of protocol: who can be put into its sessions. At most 2,000. */
export async function listPeopleChoices(eventId: string): Promise<PersonChoice[]> {
  const rows = await database()
    .select({ id: person.id, name: person.name, search: person.search })
    .from(person)
    .where(and(isNull(person.mergedIntoId), knownToHosts(eventId)))
    .orderBy(asc(person.precedence), asc(person.name))
    .limit(most)
  return rows.map((row) => ({ ...row, search: row.search ?? '' }))
}

/**
 * Who is meant by each text: an id as it is, a name with or without its diacritics where one person alone bears it. What
 * names nobody, or several, is not in the map.
 */
export async function findPeopleMeant(eventId: string, texts: string[]): Promise<Map<string, string>> {
  const typed = [...new Set(texts.filter(Boolean))]
  if (typed.length === 0) return new Map()
  const rows = await database().execute<{ typed: string; id: string }>(sql`
    select t.typed, min(p.id::text) as id
    from jsonb_array_elements_text(${JSON.stringify(typed)}::jsonb) as t(typed)
    join person p on p.id::text = t.typed
      or (p.merged_into_id is null and search_text(p.name) = search_text(trim(t.typed)))
    where exists (
      select 1 from acquaintance a join host h on h.organization_id = a.organization_id
      where a.person_id = p.id and h.event_id = ${eventId}
    ) or not exists (select 1 from host where event_id = ${eventId})
    group by t.typed
    having count(*) = 1`)
  return new Map(rows.map((row) => [row.typed, row.id]))
}

function knownToHosts(eventId: string) {
  const known = database()
    .select({ one: sql`1` })
    .from(acquaintance)
    .innerJoin(host, eq(host.organizationId, acquaintance.organizationId))
    .where(and(eq(acquaintance.personId, person.id), eq(host.eventId, eventId)))
  const hostless = sql`not exists (select 1 from ${host} where ${host.eventId} = ${eventId})`
  return or(exists(known), hostless)
}
