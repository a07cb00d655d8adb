export type Slot = { startsAt: Date; endsAt: Date }

/** Why a session cannot stand in this slot of its event, as a refusal code; null when it can, or has no slot yet. */
export function slotProblem(
  slot: { startsAt?: Date | null | undefined; endsAt?: Date | null | undefined },
  event: Slot,
): 'session-half-timed' | 'session-ends-before-start' | 'session-outside-event' | null {
  const { startsAt, endsAt } = slot
  if (!startsAt && !endsAt) return null
  if (!startsAt || !endsAt) return 'session-half-timed'
  if (endsAt <= startsAt) return 'session-ends-before-start'
  return startsAt < event.startsAt || endsAt > event.endsAt ? 'session-outside-event' : null
}
