import type { SecurityField } from '#db/schema/festival/security-content.ts'

export type { SecurityField }

export const securityFields = [
  'affiliation',
  'arrival',
  'vehicle',
  'nationality',
  'document',
] as const satisfies readonly SecurityField[]

/** What a venue's security is told of guests, and when that is deleted. */
export type SecurityList = { asks: readonly SecurityField[]; purgesAt: Date; isPurged: boolean }

/** What organizers set: nothing is told where `asks` is null; without an hour the usual one holds. */
export type SecurityRules = { asks: SecurityField[] | null; purgesAt: Date | null }

type Timed = {
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
  securityAsks: SecurityField[] | null
  securityPurgesAt: Date | null
  securityPurgedAt: Date | null
}

const hour = 60 * 60_000
export const usualHours = 24
/** The longest time after an event that the list may stay. */
export const mostDays = 30

/** When the list is deleted: it moves along with the event, never before its beginning, and goes soon when it is cancelled. */
export function purgeHour({ startsAt, endsAt, cancelledAt, securityPurgesAt }: Timed): Date {
  if (cancelledAt) return new Date(cancelledAt.getTime() + hour)
  const wanted = securityPurgesAt ?? new Date(endsAt.getTime() + usualHours * hour)
  return wanted < startsAt ? startsAt : wanted
}

/** The list of an event for its guests and organizers, or null where there is none. */
export function securityListOf(event: Timed): SecurityList | null {
  const { securityAsks, securityPurgedAt } = event
  if (!securityAsks) return null
  return { asks: securityAsks, purgesAt: purgeHour(event), isPurged: securityPurgedAt !== null }
}

/** Whether details are asked of guests now. */
export function isAsking(list: SecurityList | null, now: Date): list is SecurityList {
  return list !== null && !list.isPurged && now < list.purgesAt
}

/** Whether an hour can be set for the deletion. */
export function isPossibleHour(purgesAt: Date, { startsAt, endsAt }: Timed, now: Date): boolean {
  const latest = endsAt.getTime() + mostDays * 24 * hour
  return purgesAt > now && purgesAt >= startsAt && purgesAt.getTime() <= latest
}
