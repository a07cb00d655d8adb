import type { CampaignState } from '#app/shared/vocabulary.ts'

export type Standstill =
  | 'not-due'
  | 'paused'
  | 'overdue'
  | 'no-worker'
  | 'hour-full'
  | 'domain-full'
  | 'host-away'
  | 'moving'
  | 'over'

type Known = {
  state: CampaignState
  now: Date
  /** When a process last looked after it. */
  attendedAt: Date | null
  scheduledAt: Date | null
  waiting: number
  queued: number
  /** Sent in the last five minutes, and handed over in the last hour. */
  lastMinutes: number
  lastHour: number
  perHour: number | null
  perDomainHour: number | null
  /** What the mail host last said to mails of this campaign that wait to be tried again. */
  hostSaid: string | null
}

/** Unattended for so long: no process with a worker runs. */
const soon = 2 * 60_000

/** Why nothing of a campaign moves, or that it does. The first reason that holds is the one to mend. */
export function standstillOf(known: Known): Standstill {
  const { state, now, attendedAt, scheduledAt, waiting, queued, lastHour, perHour } = known
  if (state === 'draft' || state === 'stopped' || state === 'finished') return 'over'
  if (state === 'paused' || state === 'overdue') return state
  if (state === 'scheduled' && scheduledAt && scheduledAt > now) return 'not-due'
  const last = attendedAt ?? scheduledAt
  if (last && now.getTime() - last.getTime() > soon) return 'no-worker'
  if (known.hostSaid !== null && known.lastMinutes === 0) return 'host-away'
  if (queued === 0 && waiting > 0 && perHour !== null && lastHour >= perHour) return 'hour-full'
  if (queued === 0 && waiting > 0 && known.perDomainHour !== null && known.lastMinutes === 0)
    return 'domain-full'
  return 'moving'
}
