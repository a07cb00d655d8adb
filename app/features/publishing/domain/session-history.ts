import type { AgendaChange, ChangedSlot, PublishedAgenda } from '#db/schema/agenda-snapshot.ts'

export type VersionChanges = { number: number; publishedAt: Date; changes: AgendaChange[] }
/** The version that changed a session last. */
export type ChangedIn = { number: number; publishedAt: Date }
export type DroppedSession = Pick<AgendaChange, 'sessionId' | 'slug' | 'title'> & {
  slot: ChangedSlot
  changedIn: ChangedIn
  /** When calendars need no longer be told. */
  until: Date
}

const toldFor = 30 * 24 * 3_600_000

/** When each session changed last, and which were dropped lately: versions from the first to the newest. */
export function sessionHistory(versions: readonly VersionChanges[], agenda: PublishedAgenda, now: Date) {
  const last = new Map<string, { change: AgendaChange; changedIn: ChangedIn }>()
  for (const { number, publishedAt, changes } of versions) {
    for (const change of changes) last.set(change.sessionId, { change, changedIn: { number, publishedAt } })
  }
  const there = new Set(agenda.sessions.map((session) => session.id))
  const dropped = [...last.values()].flatMap(({ change, changedIn }): DroppedSession[] => {
    const { sessionId, slug, title, before, kind } = change
    const until = new Date(changedIn.publishedAt.getTime() + toldFor)
    if (kind !== 'cancelled' || !before || there.has(sessionId) || until <= now) return []
    return [{ sessionId, slug, title, slot: before, changedIn, until }]
  })
  const early = beforeLists(versions)
  return { changedIn: (sessionId: string) => last.get(sessionId)?.changedIn ?? early, dropped }
}

/** The last of those versions at the beginning that have no change list, since they were made before there were any. */
function beforeLists(versions: readonly VersionChanges[]): ChangedIn {
  const end = versions.findIndex((version) => version.changes.length > 0)
  const early = versions[end === -1 ? versions.length - 1 : Math.max(0, end - 1)]
  return early ?? { number: 1, publishedAt: new Date(0) }
}
