import { sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import { placeFact, toldSession } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { AgendaChange } from '#db/schema/agenda-snapshot.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Whether an attendee who chose a session has to know of a change: when and where it is, whether at all, its name. */
export function concernsAttendees({ kind, changed }: AgendaChange): boolean {
  return kind !== 'changed' || changed.includes('title')
}

/**
 * One mail to each attendee of whose own sessions one changed, with only their lines of the change list and a new
 * calendar entry of each seat of theirs in them, in the transaction of the publication; one statement, however many they are. Answers how many.
 */
export async function tellOwnAgendas({
  eventId,
  changes,
}: {
  eventId: string
  changes: readonly AgendaChange[]
}): Promise<number> {
  const lines = changes.filter(concernsAttendees)
  if (lines.length === 0) return 0
  const told = await withTransaction((tx) =>
    tx.execute<{ told: number }>(sql`
      with line as (
        select (one ->> 'sessionId')::uuid as session_id, one, place
        from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as l(one, place)
      ), own as (
        select registration_id, session_id from star where session_id in (select session_id from line)
        union
        select registration_id, session_id from sign_up
        where session_id in (select session_id from line) and state <> 'cancelled'
      ), renewed as (
        update sign_up u set sequence = u.sequence + 1
        where u.state = 'confirmed' and u.session_id in (select session_id from line)
        returning u.*
      ), entry as (
        select u.registration_id, jsonb_agg(
          ${placeFact(sql`case line.one ->> 'kind' when 'cancelled' then 'cancelled' else 'confirmed' end`)}
          order by line.place) as told
        from renewed u join line using (session_id) join session s on s.id = u.session_id
        cross join lateral ${toldSession} said
        group by u.registration_id
      ), mailed as (
        ${outboxInsert(sql`
        select r.event_id, r.id, 'own-agenda-changed', r.locale, r.name, r.email,
          coalesce((select jsonb_build_object('places', told) from entry where registration_id = r.id), '{}')
            || jsonb_build_object('ownChanges', jsonb_agg(line.one order by line.place))
        from own join line using (session_id) join registration r on r.id = own.registration_id
        where r.event_id = ${eventId} and r.state = 'confirmed'
        group by r.id`)}
        returning id
      )
      select count(*)::int as told, pg_notify('outbox', '') from mailed`),
  )
  return told[0]?.told ?? 0
}
