import { eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type Standstill, standstillOf } from './standstill.ts'
import { countLedger, countPace, type LedgerLine, type StoredCampaign } from './stored-campaigns.server.ts'

export type CampaignProgress = {
  ledger: LedgerLine[]
  audience: number
  sent: number
  /** Of whom nobody knows whether they had it. */
  unknown: number
  /** A minute, over the last five. */
  rate: number
  standstill: Standstill
  /** What the mail host last said while it did not take them. */
  hostSaid: string | null
  timeZone: string
}

/** How far a campaign is, and why it does not move where it does not; three counts, however many recipients. */
export async function getCampaignProgress(ctx: Context, of: StoredCampaign): Promise<CampaignProgress> {
  const [ledger, pace, [said], [at]] = await Promise.all([
    countLedger(of.id),
    countPace(of.id),
    database().execute<{ words: string }>(sql`
      select last_error as words from outbox
      where campaign_id = ${of.id} and state = 'queued' and last_error is not null
      order by next_attempt_at desc limit 1`),
    of.eventId
      ? database().select({ timeZone: event.timeZone }).from(event).where(eq(event.id, of.eventId))
      : [],
  ])
  const count = (state: string) =>
    ledger.filter((line) => line.state === state).reduce((sum, line) => sum + line.count, 0)
  const hostSaid = said?.words ?? null
  return {
    ledger,
    audience: ledger.reduce((sum, line) => sum + line.count, 0),
    sent: count('sent'),
    unknown: ledger.find(({ reason }) => reason === 'outcome-unknown')?.count ?? 0,
    rate: pace.lastMinutes / 5,
    standstill: standstillOf({
      ...of,
      ...pace,
      now: ctx.now,
      waiting: count('waiting'),
      queued: count('queued'),
      hostSaid,
    }),
    hostSaid,
    timeZone: at?.timeZone ?? 'Asia/Ho_Chi_Minh',
  }
}
