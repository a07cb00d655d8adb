import type { ImportedSession, ImportedTime } from '../imported-agenda.ts'
import type { ImportContext } from './planned.ts'

type Clocks = Pick<ImportContext, 'instantOf' | 'choices'>
export type Slot = { startsAt: string | null; endsAt: string | null }

/** When a session of a file is; without an end where that is missing, or not after the start. */
export function slotOf(session: ImportedSession, context: Clocks): Slot {
  const startsAt = instant(session.startsAt, context)
  const endsAt = instant(session.endsAt, context) ?? endOf(startsAt, session.minutes)
  return { startsAt, endsAt: startsAt && endsAt && endsAt > startsAt ? endsAt : null }
}

/** Why a session has no such times: it says none, ends before it begins, or names an hour that the clocks skip or show twice. */
export function untimed(
  { startsAt, endsAt }: ImportedSession,
  slot: Slot,
  context: Clocks,
): 'time' | 'end' | 'hour' | 'end-early' {
  if (!slot.startsAt) return startsAt && !('clock' in startsAt) ? 'hour' : 'time'
  if (!endsAt) return 'end'
  return instant(endsAt, context) ? 'end-early' : 'hour'
}

/** The instant of a time of a file, by the clocks and the day that were chosen. */
export function instant(time: ImportedTime | null, { instantOf, choices }: Clocks): string | null {
  if (!time) return null
  if ('clock' in time) return choices.day ? instantOf(`${choices.day}T${time.clock}`) : null
  if ('local' in time) return instantOf(time.local)
  return choices.readAsLocal ? instantOf(time.instant.slice(0, 16)) : time.instant
}

function endOf(startsAt: string | null, minutes: number | null): string | null {
  return startsAt && minutes ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null
}
