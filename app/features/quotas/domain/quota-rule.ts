/** The figures of a quota: `invited` are those who were asked and have not answered. */
export type QuotaPlaces = {
  reserved: number
  invited: number
  accepted: number
  released: number
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
