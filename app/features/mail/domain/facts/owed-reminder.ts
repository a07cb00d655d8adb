import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether the owner of a row of `note` is to be reminded of it: an action on the record, neither done nor removed. One
 * that was taken along to a next event is told of once: by the earlier event until the next one is published, then by
 * the next one; and by neither when it is done at one of them.
 */
export const reminderIsOwed: SQL<boolean> = sql<boolean>`(
  note.kind = 'action' and note.done_at is null and note.removed_at is null and not note.off_record
  and not exists (select 1 from session s where s.id = note.session_id and s.off_record)
  and not exists (
    select 1 from note later join event e on e.id = later.event_id
    where later.carried_from_id = note.id and later.removed_at is null and e.cancelled_at is null
      and (later.done_at is not null or e.published_at is not null)
  )
  and (
    note.carried_from_id is null
    or exists (select 1 from event e where e.id = note.event_id and e.published_at is not null)
  )
  and not exists (
    select 1 from note earlier where earlier.id = note.carried_from_id and earlier.done_at is not null
  )
)`
