import { sql } from 'drizzle-orm'
import { type NewMail, queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'

type Freed = { id: string; name: string; email: string; locale: Locale } & SessionWords
type SessionWords = {
  event_id: string
  session_id: string
  title: TranslatedText
  starts_at: string
  ends_at: string
}

/**
 * Takes registrations out of the sessions they signed up for, or out of one of them, and gives what they leave to those
 * who wait. It stands beside the seats of events, since whoever loses the one loses the other in the same transaction.
 * The event is locked by the caller; sessions are locked here, before any registration, in order of their ids.
 */
export async function giveBackSessionSeats(
  ctx: Context,
  leaving: { registrationIds: string[]; sessionId?: string },
): Promise<void> {
  const ids = JSON.stringify(leaving.registrationIds)
  const only = leaving.sessionId ? sql`and session_id = ${leaving.sessionId}` : sql``
  await withTransaction(async (tx) => {
    const theirs = sql`registration_id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
      and state <> 'cancelled' ${only}`
    const locked = await tx.execute<{ id: string }>(sql`
      select id from session where id in (select session_id from sign_up where ${theirs})
      order by id for no key update`)
    if (locked.length === 0) return
    await tx.execute(sql`
      with before as (
        select id, session_id, state from sign_up where ${theirs}
      ), gone as (
        update sign_up u set state = 'cancelled' from before b where u.id = b.id
      )
      update session s set signed_up = s.signed_up - n.confirmed, waitlisted = s.waitlisted - n.waitlisted
      from (
        select session_id, count(*) filter (where state = 'confirmed') as confirmed,
          count(*) filter (where state = 'waitlisted') as waitlisted
        from before group by session_id
      ) n where s.id = n.session_id`)
    await fillSessionSeats(ctx, { sessionIds: locked.map((row) => row.id) })
  })
}

/**
 * Gives every free seat of sessions to those who wait for it, in order of arrival, each with a mail: a free seat and a
 * line never stand side by side. With `eventId`, in all sessions of an event, whose seats may have grown in number.
 */
export async function fillSessionSeats(
  ctx: Context,
  of: { sessionIds: string[] } | { eventId: string },
): Promise<void> {
  const which =
    'eventId' in of
      ? sql`event_id = ${of.eventId}`
      : sql`id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(of.sessionIds)}::jsonb))`
  await withTransaction(async (tx) => {
    const open = await tx.execute<{ id: string }>(sql`
      select id from session where ${which} and sign_up and waitlisted > 0 and signed_up < coalesce(capacity, 100000)
        and cancelled_at is null and starts_at > ${ctx.now.toISOString()}::timestamptz
        -- Whoever was just taken off may be back in a minute; the end of that minute makes up for it.
        and not exists (select 1 from act a where a.event_id = session.event_id and a.frees_seats
          and a.undone_at is null and a.finished_at is null)
      order by id for no key update`)
    if (open.length === 0) return
    const freed = await tx.execute<Freed>(sql`
      with next as (
        select w.id, w.session_id, w.registration_id, w.arrival
        from session s cross join lateral (
          select * from sign_up where session_id = s.id and state = 'waitlisted'
          order by arrival limit least(coalesce(s.capacity, 100000) - s.signed_up, s.waitlisted)
        ) w where s.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(open.map((row) => row.id))}::jsonb))
      ), seated as (
        update sign_up u set state = 'confirmed' from next n where u.id = n.id
      ), counted as (
        update session s set signed_up = s.signed_up + n.amount, waitlisted = s.waitlisted - n.amount
        from (select session_id, count(*) as amount from next group by session_id) n where s.id = n.session_id
      )
      select s.event_id, n.session_id, r.id, r.name, r.email, r.locale, said.title, said.starts_at, said.ends_at
      from next n join registration r on r.id = n.registration_id join session s on s.id = n.session_id
      cross join lateral ${publishedWords} said
      order by n.session_id, n.arrival`)
    await queueMail(...freed.map(seatMail))
  })
}

/** What readers were told of a session, not what its draft says; only an unpublished one has nothing but its draft. */
const publishedWords = sql`(
  select coalesce(one -> 'title', s.title) as title, coalesce(one ->> 'startsAt', s.starts_at::text) as starts_at,
    coalesce(one ->> 'endsAt', s.ends_at::text) as ends_at
  from (select 1) always left join lateral (
    select item as one from jsonb_array_elements((
      select agenda -> 'sessions' from agenda_version v where v.event_id = s.event_id order by number desc limit 1
    )) item where item ->> 'id' = s.id::text
  ) published on true
)`

function seatMail(row: Freed): NewMail {
  return {
    kind: 'signed-up',
    locale: row.locale,
    recipientName: row.name,
    recipientEmail: row.email,
    registrationId: row.id,
    eventId: row.event_id,
    facts: {
      signUp: {
        sessionId: row.session_id,
        title: row.title,
        startsAt: new Date(row.starts_at).toISOString(),
        endsAt: new Date(row.ends_at).toISOString(),
        state: 'confirmed',
      },
    },
  }
}
