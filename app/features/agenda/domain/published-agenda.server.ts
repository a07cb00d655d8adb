import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { agendaVersion, event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/**
 * The newest version of an event's agenda: all that its public pages show of it, in one row; or null. Portraits are those
 * of today: one that was taken away or replaced is in no version any more.
 */
export async function findPublishedAgenda(eventId: string) {
  const [found] = await database()
    .select({
      number: agendaVersion.number,
      publishedAt: agendaVersion.publishedAt,
      agenda: agendaVersion.agenda,
      portraits: sql<Record<string, string>>`(
        select coalesce(json_object_agg(p.person_id, p.id), '{}') from portrait p
        where p.removed_at is null and p.person_id in (
          select (one ->> 'id')::uuid from jsonb_array_elements(${agendaVersion.agenda} -> 'people') one
        )
      )`,
    })
    .from(agendaVersion)
    .where(eq(agendaVersion.eventId, eventId))
    .orderBy(desc(agendaVersion.number))
    .limit(1)
  if (!found) return null
  const { agenda, portraits, ...version } = found
  const people = agenda.people.map((person) => ({ ...person, portraitId: portraits[person.id] ?? null }))
  return { ...version, agenda: { ...agenda, people } }
}

/** The names in the addresses of every session and speaker that readers can open, by event. */
export function listPublishedAddresses() {
  const slugs = (list: 'sessions' | 'people') =>
    sql<string[]>`(select coalesce(json_agg(one ->> 'slug'), '[]')
      from jsonb_array_elements(${agendaVersion.agenda} -> ${list}) one)`
  return database()
    .selectDistinctOn([agendaVersion.eventId], {
      eventId: agendaVersion.eventId,
      publishedAt: agendaVersion.publishedAt,
      sessions: slugs('sessions'),
      people: slugs('people'),
    })
    .from(agendaVersion)
    .innerJoin(event, and(eq(event.id, agendaVersion.eventId), isNotNull(event.publishedAt)))
    .orderBy(agendaVersion.eventId, desc(agendaVersion.number))
}
