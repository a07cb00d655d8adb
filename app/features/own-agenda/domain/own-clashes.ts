type Slot = { id: string; startsAt: string; endsAt: string }

/** Which of somebody's sessions run at the same time, by id; one may begin when another ends. */
export function ownClashes<S extends Slot>(sessions: readonly S[]): Map<string, S[]> {
  const clashes = new Map<string, S[]>()
  const inOrder = [...sessions].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  inOrder.forEach((one, at) => {
    for (const later of inOrder.slice(at + 1)) {
      if (later.startsAt >= one.endsAt) break
      clashes.set(one.id, [...(clashes.get(one.id) ?? []), later])
      clashes.set(later.id, [...(clashes.get(later.id) ?? []), one])
    }
  })
  return clashes
}
