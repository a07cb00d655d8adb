import { asc, eq, inArray, sql } from 'drizzle-orm'
import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import type { Transaction } from '#db/client.server.ts'
import { appearance, person, portrait, room, session, track, venue } from '#db/schema/index.ts'
import type { ClashInput } from '../clashes/clashes.ts'
import type { DraftAppearance } from './draft-edit.ts'
import { shownFilms } from './draft-films.server.ts'
import { draftSession, onceEach } from './draft-session.ts'
import type { DraftRows } from './freeze-agenda.ts'

/** A draft with what its clashes are found from, so that nobody asks for it twice. */
type WholeDraft = DraftRows & { forClashes: Pick<ClashInput, 'sessions' | 'rooms'> }

/** Everything of an event's draft that a version is made from; a merged person counts as the one merged into. */
export async function getDraftRows(tx: Transaction, eventId: string): Promise<WholeDraft> {
  const rooms = await listRoomsWithVenue(tx, eventId)
  const tracks = await tx.select().from(track).where(eq(track.eventId, eventId))
  const rows = await tx
    .select({ session, films: shownFilms })
    .from(session)
    .where(eq(session.eventId, eventId))
    .orderBy(asc(session.startsAt), asc(session.slug))
  const sessions = rows.map((row) => row.session)
  const seats = await tx
    .select({
      sessionId: appearance.sessionId,
      personId: person.keptId,
      role: appearance.role,
      position: appearance.position,
      minutes: appearance.minutes,
      deputyForId: appearance.deputyForId,
    })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(person, eq(person.id, appearance.personId))
    .where(eq(session.eventId, eventId))
    .orderBy(appearance.position)
  const appearances = onceEach(seats)
  const personIds = [...new Set(appearances.map((one) => one.personId))]
  const people = await tx.select(publicPerson).from(person).where(inArray(person.id, personIds))
  const of = new Map<string, DraftAppearance[]>(sessions.map(({ id }) => [id, []]))
  for (const { sessionId, position, ...one } of appearances) of.get(sessionId)?.push(one)
  return {
    rooms: rooms.map(publicRoom),
    tracks,
    people,
    appearances,
    films: new Map(rows.map(({ session: { id }, films }) => [id, films])),
    sessions: sessions.map(withoutDraftFields),
    forClashes: {
      sessions: rows.map(({ session: row, films }) => ({
        ...draftSession(
          row,
          of.get(row.id) ?? [],
          films.map(({ id }) => id),
        ),
        signedUp: row.signedUp,
      })),
      rooms: rooms.map(({ id, capacity, venue }) => ({ id, capacity, venue })),
    },
  }
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

function listRoomsWithVenue(tx: Transaction, eventId: string) {
  return tx
    .select({ id: room.id, name: room.name, position: room.position, capacity: room.capacity, venue })
    .from(room)
    .leftJoin(venue, eq(venue.id, room.venueId))
    .where(eq(room.eventId, eventId))
}

function publicRoom({
  id,
  name,
  position,
  venue: at,
}: Awaited<ReturnType<typeof listRoomsWithVenue>>[number]): DraftRows['rooms'][number] {
  const place = at && { vi: placeText(at, 'vi'), en: placeText(at, 'en') }
  return { id, name, position, venue: at?.name ?? null, ...(place && { place }) }
}
