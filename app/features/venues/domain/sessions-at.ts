import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'

/** What of an agenda takes place at a venue, in its order; a session without a room is at the main one. */
export function sessionsAt(
  venue: { isMain: boolean; roomIds: readonly string[] },
  agenda: Pick<PublishedAgenda, 'sessions'>,
): PublishedSession[] {
  const rooms = new Set(venue.roomIds)
  return agenda.sessions.filter(({ roomId }) => (roomId === null ? venue.isMain : rooms.has(roomId)))
}
