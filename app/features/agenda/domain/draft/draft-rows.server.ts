import { eq, inArray, sql } from 'drizzle-orm'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import type { Transaction } from '#db/client.server.ts'
import { appearance, person, portrait, room, session, track, venue } from '#db/schema/index.ts'
import type { DraftRows } from './freeze-agenda.ts'

/** Everything of an event's draft that a version is made from; a merged person counts as the one merged into. */
export async function getDraftRows(tx: Transaction, eventId: string): Promise<DraftRows> {
  const rooms = await listRoomPlaces(tx, eventId)
  const tracks = await tx.select().from(track).where(eq(track.eventId, eventId))
  const sessions = await tx.select().from(session).where(eq(session.eventId, eventId))
  const seats = await tx
    .select({
      sessionId: appearance.sessionId,
      personId: sql<string>`coalesce(${person.mergedIntoId}, ${person.id})`,
      role: appearance.role,
      position: appearance.position,
      minutes: appearance.minutes,
    })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(person, eq(person.id, appearance.personId))
    .where(eq(session.eventId, eventId))
    .orderBy(appearance.position)
  const appearances = onceEach(seats)
  const personIds = [...new Set(appearances.map((one) => one.personId))]
  const people = await tx.select(publicPerson).from(person).where(inArray(person.id, personIds))
  return { rooms, tracks, people, sessions: sessions.map(withoutDraftFields), appearances }
}

/** Where two records of one person sat in a session, the person sits once. */
export function onceEach<Seat extends { sessionId: string; personId: string; role: string }>(seats: Seat[]) {
  const taken = new Set<string>()
  return seats.filter(({ sessionId, personId, role }) => {
    const seat = `${sessionId} ${personId} ${role}`
    return !taken.has(seat) && taken.add(seat)
  })
}

/** What of a person is public: never an address. */
const publicPerson = {
  id: person.id,
  slug: person.slug,
  name: person.name,
  honorific: person.honorific,
  position: person.position,
  affiliation: person.affiliation,
  biography: person.biography,
  pronunciation: person.pronunciation,
  precedence: person.precedence,
  // With its table: of a single table columns are written without, and `id` would be the picture's.
  portraitId: sql<string | null>`(
    select o.id from ${portrait} o where o.person_id = "person"."id" and o.removed_at is null
  )`,
}

function withoutDraftFields(row: typeof session.$inferSelect): DraftRows['sessions'][number] {
  const { eventId, signedUp, waitlisted, importKey, revision, createdAt, ...shown } = row
  return shown
}

async function listRoomPlaces(tx: Transaction, eventId: string): Promise<DraftRows['rooms']> {
  const rows = await tx
    .select({ id: room.id, name: room.name, position: room.position, venue })
    .from(room)
    .leftJoin(venue, eq(venue.id, room.venueId))
    .where(eq(room.eventId, eventId))
  return rows.map(({ venue: at, ...own }) => ({
    ...own,
    venue: at?.name ?? null,
    ...(at && { place: { vi: placeText(at, 'vi'), en: placeText(at, 'en') } }),
  }))
}
