import { type SQL, sql } from 'drizzle-orm'
import { database } from '#db/transaction.server.ts'

/** What waits for an organizer beside registrations and mail, which keep counts of their own. */
export type Waiting = 'announcements' | 'answers' | 'floor' | 'notes' | 'actions'

/** Beyond so many, nobody counts on: each row that is looked at costs. */
const most = 100

// Each begins at an index of what is open, so that what was done long ago costs nothing.
const rows: Record<Waiting, (eventId: string) => SQL> = {
  answers: (eventId) => sql`
    (select 1 from inbound_mail where event_id = ${eventId} and verdict = 'held' limit ${most})
    union all
    (select 1 from time_proposal p
      join invitation i on i.id = p.invitation_id and i.person_id is not null
      join session s on s.id = i.session_id
      where p.state = 'open' and s.event_id = ${eventId} limit ${most})`,
  floor: (eventId) => sql`
    select 1 from floor f join floor_question q on q.session_id = f.session_id and q.state = 'waiting'
    where f.event_id = ${eventId} and f.closed_at is null`,
  // Words of somebody in particular, on the record, about which nobody said yes or no as they stand now.
  notes: (eventId) => sql`
    select 1 from note n
    where n.event_id = ${eventId} and n.removed_at is null and not n.off_record
      and (n.person_id is not null or n.guest_name <> '')
      and not exists (select from session s where s.id = n.session_id and s.off_record)
      and exists (
        select from (values ('vi'), ('en')) spoken (locale)
        where n.text ->> locale <> '' and not exists (
          select from note_approval a
          where a.note_id = n.id and a.locale = spoken.locale and a.words = n.text ->> spoken.locale))`,
  // Drafts that nobody got yet.
  announcements: (eventId) => sql`
    select 1 from announcement where event_id = ${eventId} and sent_at is null`,
  actions: (eventId) => sql`
    select 1 from note
    where event_id = ${eventId} and kind = 'action' and done_at is null and removed_at is null`,
}

/** How much of each waits at an event, up to a hundred; one statement for all that is asked, none for nothing. */
export async function countWaiting(
  eventId: string,
  asked: readonly Waiting[],
): Promise<Partial<Record<Waiting, number>>> {
  if (asked.length === 0) return {}
  const counts = asked.map(
    (one) =>
      sql`(select count(*)::int from (${rows[one](eventId)} limit ${most}) ${sql.identifier(one)}) as ${sql.identifier(one)}`,
  )
  const [found] = await database().execute<Record<Waiting, number>>(sql`select ${sql.join(counts, sql`, `)}`)
  return found ?? {}
}
