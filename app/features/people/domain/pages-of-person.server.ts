import { sql } from 'drizzle-orm'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'

/** Drops the cached pages of every event whose readers see this person. */
export async function dropPagesOfPerson(tx: Transaction, personId: string): Promise<void> {
  // Only events that the person is in, or whose hosts know them, can show them: few, whatever the number of all events.
  const rows = await tx.execute<{ id: string }>(sql`
    select v.event_id as id
    from (
      select distinct on (av.event_id) av.event_id, av.agenda
      from agenda_version av
      where av.event_id in (
        select h.event_id from host h join acquaintance a on a.organization_id = h.organization_id
        where a.person_id = ${personId}
        union
        select ep.event_id from event_person ep where ep.person_id = ${personId}
      )
      order by av.event_id, av.number desc
    ) v
    where v.agenda -> 'people' @> ${JSON.stringify([{ id: personId }])}::jsonb`)
  if (rows.length > 0) await pageChanged(...rows.map(({ id }) => pageTag.event(id)))
}
