import type { output } from 'zod/v4/core'
import { clockOf, dayOf, instantAt } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { minute, placeSession } from '#app/features/agenda/domain/draft/gestures.ts'
import type { movingSchema } from './moving.schema.ts'

/** The edit that a form asks for; `time` when its time is none. */
export function moveOf(
  session: DraftSession & { startsAt: string },
  { by, start, room }: output<typeof movingSchema>,
  timeZone: string,
): DraftEdit[] | 'time' {
  const now = Date.parse(session.startsAt)
  if (by !== undefined) return placeSession(session, { startsAt: now + Number(by) * minute })
  // A time that the clocks show twice stays the one it was.
  const stays = clockOf(session.startsAt, timeZone) === start
  const startsAt = stays ? now : instantAt(dayOf(session.startsAt, timeZone), start, timeZone)
  if (startsAt === null) return 'time'
  return placeSession(session, { startsAt, roomId: room || null })
}
