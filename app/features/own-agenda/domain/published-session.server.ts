import { type SQL, sql } from 'drizzle-orm'

/** Whether the newest version of an event's agenda holds a session. */
export function isPublished(eventId: string, id: string): SQL<boolean> {
  return sql<boolean>`exists (
    select from agenda_version v where v.event_id = ${eventId}
      and v.number = (select max(number) from agenda_version where event_id = ${eventId})
      and v.agenda -> 'sessions' @> ${JSON.stringify([{ id }])}::jsonb
  )`
}
