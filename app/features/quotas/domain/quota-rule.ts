/** The figures of a quota: `invited` are those who were asked and have not answered. */
export type QuotaPlaces = {
  reserved: number
  invited: number
  accepted: number
  released: number
}

/** Places that nobody is asked to take: so many more may be invited. */
export function unusedPlaces({ reserved, invited, accepted, released }: QuotaPlaces): number {
  return Math.max(0, reserved - invited - accepted - released)
}

/** Places kept from everybody else: all that nobody has accepted yet and that did not go back. */
export function heldPlaces({ reserved, accepted, released }: QuotaPlaces): number {
  return Math.max(0, reserved - accepted - released)
}

export type QuotaProblem = 'quota-released' | 'quota-below-guests' | 'quota-over-seats'

/**
 * Why a host cannot have so many places, or null: fewer than its guests are promised, or more than are free beside those
 * it has. Nothing is taken from a line: behind one no seat is free.
 */
export function quotaProblem(
  before: QuotaPlaces & { releasedAt: Date | null },
  reserved: number,
  free: number,
): QuotaProblem | null {
  if (before.releasedAt) return 'quota-released'
  if (reserved < before.invited + before.accepted) return 'quota-below-guests'
  return reserved - before.reserved > free ? 'quota-over-seats' : null
}
