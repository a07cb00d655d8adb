import { and, asc, count, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { room, session, track, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The rooms of an event in their order, with how many sessions of the draft stand in each. */
export function listRooms(eventId: string) {
  return database()
    .select({
      id: room.id,
      name: room.name,
      capacity: room.capacity,
      position: room.position,
      venueId: room.venueId,
      venue: venue.name,
      sessions: count(session.id),
    })
    .from(room)
    .leftJoin(venue, eq(venue.id, room.venueId))
    .leftJoin(session, eq(session.roomId, room.id))
    .where(eq(room.eventId, eventId))
    .groupBy(room.id, venue.name)
    .orderBy(asc(room.position))
}

/** The tracks of an event in their order, with how many sessions of the draft belong to each. */
export function listTracks(eventId: string) {
  return database()
    .select({
      id: track.id,
      name: track.name,
      colour: track.colour,
      position: track.position,
      sessions: count(session.id),
    })
    .from(track)
    .leftJoin(session, eq(session.trackId, track.id))
    .where(eq(track.eventId, eventId))
    .groupBy(track.id)
    .orderBy(asc(track.position))
}

export async function getRoom(eventId: string, roomId: string) {
  const [found] = await database()
    .select({ room, venue })
    .from(room)
    .leftJoin(venue, eq(venue.id, room.venueId))
    .where(and(eq(room.id, roomId), eq(room.eventId, eventId)))
  if (!found) throw new Refusal('room-missing', 'missing')
  return found
}

export async function getTrack(eventId: string, trackId: string) {
  const [found] = await database()
    .select()
    .from(track)
    .where(and(eq(track.id, trackId), eq(track.eventId, eventId)))
  if (!found) throw new Refusal('track-missing', 'missing')
  return found
}
