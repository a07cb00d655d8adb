import { type Place, travelMinutes } from '#app/features/agenda/domain/clashes/travel.ts'

type Slot = { id: string; roomId: string | null; startsAt: string; endsAt: string }
/** From this session there is not time enough to the next one. Minutes. */
export type ShortWay<S> = { from: S; needed: number; there: number }

/** Between which of somebody's sessions, one after another in different places, the time is too short for the way; by the later one's id. */
export function shortWays<S extends Slot>(
  sessions: readonly S[],
  placeOf: (roomId: string | null) => Place | null,
): Map<string, ShortWay<S>> {
  const short = new Map<string, ShortWay<S>>()
  const inOrder = [...sessions].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  inOrder.forEach((next, at) => {
    const before = inOrder
      .slice(0, at)
      .filter(({ endsAt }) => endsAt <= next.startsAt)
      .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1))
      .at(-1)
    if (!before) return
    const needed = travelMinutes(placeOf(before.roomId), placeOf(next.roomId))
    const there = Math.round((Date.parse(next.startsAt) - Date.parse(before.endsAt)) / 60_000)
    if (needed > there) short.set(next.id, { from: before, needed, there })
  })
  return short
}
