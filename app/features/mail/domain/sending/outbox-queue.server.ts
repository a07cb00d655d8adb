import { type SQL, sql } from 'drizzle-orm'
import { connection } from '#db/client.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import type { ClaimedMail, MailOutcome, Outcome } from './claimed-mail.ts'
import { mostAttempts } from './retry.ts'

/** With the look every 15 seconds: what a killed worker held is free within a minute. */
export const leaseSeconds = 40

/**
 * Takes up to `limit` due mails under a lease. Mails to one address about one registration, or one invitation, leave in the
 * order they were caused: while an earlier one waits, later ones do too.
 */
export async function claimDueMail(limit: number): Promise<ClaimedMail[]> {
  // Two seconds early: a database clock a little behind ours must not leave a mail lying until the next look.
  const rows = await run(sql`
    update outbox o
    set state = 'sending', attempts = o.attempts + 1, leased_until = now() + make_interval(secs => ${leaseSeconds})
    from (
      select q.id from outbox q
      where q.state = 'queued' and q.next_attempt_at <= now() + interval '2 seconds'
        -- Those of a campaign that was stopped, or that nobody looks after, are fetched back by its own work.
        and (q.campaign_id is null or exists (
          select 1 from campaign c
          where c.id = q.campaign_id and c.state = 'sending' and c.attended_at > now() - interval '30 minutes'
        ))
        and not exists (
          select 1 from outbox e
          where e.registration_id = q.registration_id and e.recipient_email = q.recipient_email
            and e.created_at < q.created_at and e.state in ('queued', 'sending')
        )
        and not exists (
          select 1 from outbox e
          where e.invitation_id = q.invitation_id and e.recipient_email = q.recipient_email
            and e.created_at < q.created_at and e.state in ('queued', 'sending')
        )
      order by q.next_attempt_at
      limit ${limit}
      for update of q skip locked
    ) due
    where o.id = due.id
    returning o.id, o.event_id as "eventId", o.registration_id as "registrationId",
      o.invitation_id as "invitationId", o.campaign_id as "campaignId", o.kind, o.locale, o.recipient_name as "recipientName", o.recipient_email as "recipientEmail", o.facts, o.secret,
      o.message_id as "messageId", o.attempts, o.created_at as "createdAt"`)
  const mails = rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt as string) }) as ClaimedMail)
  return mails.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}

/** Frees what a worker left when it died. A mail that was tried too often, perhaps killing its workers, has failed. */
export async function freeDeadLeases(): Promise<void> {
  await run(sql`
    update outbox
    set state = case when attempts >= ${mostAttempts} or handed_at is not null then 'failed' else 'queued' end,
      leased_until = null,
      last_error = case when handed_at is not null then 'outcome-unknown'
        when attempts >= ${mostAttempts} then 'attempts-exhausted' else last_error end
    where state = 'sending' and leased_until < now()`)
}

/** Holds leases longer while their mails are on the way; answers the ids that are still ours. */
export async function renewLeases(mails: Pick<ClaimedMail, 'id' | 'attempts'>[]): Promise<string[]> {
  const held = heldRows(mails)
  const rows = await run(sql`
    update outbox o set leased_until = now() + make_interval(secs => ${leaseSeconds})
    from ${held.rows}
    where o.id = ${held.id} and o.state = 'sending' and o.attempts = ${held.attempts}
    returning o.id`)
  return rows.map((row) => row.id as string)
}

/** Notes that these mails are given to the mail host now; answers the ids that are still ours, and may be given. */
export async function markHanded(mails: Pick<ClaimedMail, 'id' | 'attempts'>[]): Promise<string[]> {
  const held = heldRows(mails)
  const rows = await run(sql`
    update outbox o set handed_at = now()
    from ${held.rows}
    where o.id = ${held.id} and o.state = 'sending' and o.attempts = ${held.attempts} and o.handed_at is null
    returning o.id`)
  return rows.map((row) => row.id as string)
}

/**
 * Writes what became of mails, many in one statement; one that has a new holder meanwhile is left to it. Answers how
 * many were written. The secret goes with the mail: once that is sent or given up, it is empty.
 */
export async function saveOutcomes(outcomes: MailOutcome[]): Promise<number> {
  const gone = outcomes.filter(({ outcome }) => outcome.state === 'dropped')
  const kept = outcomes.filter(({ outcome }) => outcome.state !== 'dropped')
  return (gone.length > 0 ? await dropMail(gone) : 0) + (kept.length > 0 ? await writeOutcomes(kept) : 0)
}

/** Mails as their holder knows them: one that was claimed again has another number of attempts. */
function heldRows(mails: Pick<ClaimedMail, 'id' | 'attempts'>[]) {
  const held = mails.map(({ id, attempts }) => ({ id, attempts }))
  return rowsOf('held', { id: 'uuid', attempts: 'int' }, held)
}

async function dropMail(gone: MailOutcome[]): Promise<number> {
  const held = heldRows(gone.map(({ mail }) => mail))
  const rows = await run(sql`
    delete from outbox o using ${held.rows}
    where o.id = ${held.id} and o.attempts = ${held.attempts} and o.state = 'sending'
    returning o.id`)
  return rows.length
}

const outcomeColumns = {
  id: 'uuid',
  messageId: 'text',
  attempts: 'int',
  state: 'text',
  unspent: 'int',
  behind: 'boolean',
  error: 'text',
  gap: 'float8',
  until: 'timestamptz',
  subject: 'text',
  text: 'text',
  html: 'text',
  calendar: 'text',
} as const

async function writeOutcomes(outcomes: MailOutcome[]): Promise<number> {
  const s = rowsOf('s', outcomeColumns, outcomes.map(outcomeRow))
  const rows = await run(sql`
    update outbox o
    set state = ${s.state}, leased_until = null, handed_at = case when ${s.state} <> 'queued' then o.handed_at end, attempts = o.attempts - ${s.unspent}, last_error = ${s.error},
      next_attempt_at = case when ${s.gap} is not null then now() + make_interval(secs => ${s.gap})
        when ${s.until} is not null then ${s.until}
        when ${s.behind} then greatest(o.next_attempt_at, now()) else o.next_attempt_at end,
      sent_at = case when ${s.state} = 'sent' then now() end,
      secret = case when ${s.state} = 'queued' then o.secret end,
      subject = coalesce(${s.subject}, o.subject), text = coalesce(${s.text}, o.text),
      html = coalesce(${s.html}, o.html), calendar = coalesce(${s.calendar}, o.calendar)
    from ${s.rows}
    where o.id = ${s.id} and o.message_id = ${s.messageId} and o.attempts = ${s.attempts}
      -- A lease that ran out but was not taken yet still says what we know: it was sent.
      and o.state in ('sending', 'queued')
    returning o.id`)
  return rows.length
}

function outcomeRow({ mail, outcome }: MailOutcome) {
  return {
    id: mail.id,
    messageId: mail.messageId,
    attempts: mail.attempts,
    state: isUntried(outcome) ? 'queued' : outcome.state,
    unspent: isUntried(outcome) ? 1 : 0,
    behind: outcome.state === 'released' && outcome.behind === true,
    error: 'error' in outcome ? outcome.error : null,
    gap: outcome.state === 'queued' ? outcome.gap / 1000 : null,
    until: outcome.state === 'waiting' ? outcome.until : null,
    ...(outcome.state === 'sent' && outcome.kept),
  }
}

const isUntried = ({ state }: Outcome) => state === 'released' || state === 'waiting'

function run(statement: SQL): Promise<Record<string, unknown>[]> {
  return connection().db.execute(statement)
}
