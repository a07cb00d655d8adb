const day = 86_400_000

/** A festival of several days is named by its days; anything shorter by its hours. */
export function isLong(event: { startsAt: Date; endsAt: Date }): boolean {
  return event.endsAt.getTime() - event.startsAt.getTime() > day
}
