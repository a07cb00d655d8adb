type Listed = {
  id: string
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
  parent: { id: string } | null
}

/** Events as the first page shows them: the one to come first, then what follows and what is over, newest first. */
export function homeEvents<E extends Listed>(events: readonly E[], now: Date) {
  const ids = new Set(events.map((event) => event.id))
  const own = events
    .filter((event) => !event.parent || !ids.has(event.parent.id))
    .map((event) => ({ ...event, parts: events.filter((part) => part.parent?.id === event.id) }))
  const byStart = (a: Listed, b: Listed) => a.startsAt.getTime() - b.startsAt.getTime()
  const upcoming = own.filter((event) => event.endsAt > now).sort(byStart)
  const past = own.filter((event) => event.endsAt <= now).sort((a, b) => byStart(b, a))
  const featured = upcoming.find((event) => !event.cancelledAt) ?? null
  return { featured, upcoming: upcoming.filter((event) => event !== featured), past }
}
