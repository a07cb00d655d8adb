import type { PublishedSession } from './domain/agenda-snapshot.ts'

export type SessionsAround = {
  /** Those that end before it begins and begin after it has ended, nearest first: in its room where there are any. */
  previous: PublishedSession | null
  next: PublishedSession | null
  /** Those that share some of its time; breaks are nobody's choice. */
  together: PublishedSession[]
}

/** What stands around a session: before and after it where one sits, and beside it at the same time. */
export function sessionsAround(
  sessions: readonly PublishedSession[],
  session: PublishedSession,
): SessionsAround {
  const others = sessions.filter((one) => one.id !== session.id && one.kind !== 'break')
  const before = others.filter((one) => one.endsAt <= session.startsAt)
  const after = others.filter((one) => one.startsAt >= session.endsAt)
  const inRoom = (one: PublishedSession) => one.roomId === session.roomId || one.roomId === null
  return {
    previous: latest(before.filter(inRoom)) ?? latest(before),
    next: earliest(after.filter(inRoom)) ?? earliest(after),
    together: others.filter((one) => one.startsAt < session.endsAt && one.endsAt > session.startsAt),
  }
}

const latest = (sessions: PublishedSession[]) =>
  sessions.reduce<PublishedSession | null>(
    (best, one) => (best && best.endsAt >= one.endsAt ? best : one),
    null,
  )

const earliest = (sessions: PublishedSession[]) =>
  sessions.reduce<PublishedSession | null>(
    (best, one) => (best && best.startsAt <= one.startsAt ? best : one),
    null,
  )
