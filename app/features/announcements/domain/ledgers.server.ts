import { sql } from 'drizzle-orm'
import { database } from '#db/transaction.server.ts'
import type { Ledger, RecipientFate } from './ledger.ts'

/** The fate of a row `r` of recipients, with the last mail to them. One that nobody was owed any more has none. */
export const fateOf = sql`(
  select
    case
      when r.email_key like 'erased:%' then 'erased'
      when bool_or(o.state = 'sent') then 'sent'
      when bool_or(o.state in ('queued', 'sending')) then 'waiting'
      when bool_or(o.last_error = 'suppressed') then 'suppressed'
      when count(*) > 0 then 'failed'
      else 'left-out'
    end as fate,
    (array_agg(o.id order by o.created_at desc))[1] as mail_id,
    (array_agg(o.recipient_email order by o.created_at desc))[1] as email
  from outbox o where o.announcement_recipient_id = r.id
)`

/** The ledgers of announcements by their ids; one that nobody got is none of them. */
export async function ledgersOf(ids: readonly string[]): Promise<Map<string, Ledger>> {
  if (ids.length === 0) return new Map()
  const rows = await database().execute<{ id: string; fate: RecipientFate; count: number }>(sql`
    select r.announcement_id as id, f.fate, count(*)::int as count
    from announcement_recipient r
    cross join lateral ${fateOf} f
    where r.announcement_id in ${[...ids]}
    group by 1, 2`)
  const ledgers = new Map<string, Ledger>()
  for (const { id, fate, count } of rows) {
    const ledger = ledgers.get(id) ?? { recipients: 0, fates: {} }
    ledger.recipients += count
    ledger.fates[fate] = count
    ledgers.set(id, ledger)
  }
  return ledgers
}

/** Rows with what became of their mails. */
export async function addLedgers<Row extends { id: string }>(
  rows: readonly Row[],
): Promise<(Row & { ledger: Ledger })[]> {
  const ledgers = await ledgersOf(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, ledger: ledgers.get(row.id) ?? { recipients: 0, fates: {} } }))
}
