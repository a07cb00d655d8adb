import { and, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { appearance, availability, event, person, room, session, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { listDraftSessions } from '../draft/draft.server.ts'
import type { DraftSession } from '../draft/draft-edit.ts'
import type { ClashInput } from './clashes.ts'

const place = { id: venue.id, latitude: venue.latitude, longitude: venue.longitude }
const day = 24 * 3_600_000

/** What findClashes needs to know of an event: seven statements, whatever its size. `given` spares finding them again. */
export async function getClashInput(eventId: string, given?: DraftSession[]): Promise<ClashInput> {
  const [sessions, rooms, signedUp] = await Promise.all([
    given ?? listDraftSessions(eventId),
    database()
      .select({ id: room.id, capacity: room.capacity, venue: place })
      .from(room)
      .leftJoin(venue, eq(venue.id, room.venueId))
      .where(eq(room.eventId, eventId)),
    database()
      .select({ id: session.id, signedUp: session.signedUp })
      .from(session)
      .where(and(eq(session.eventId, eventId), sql`${session.signedUp} > 0`)),
  ])
  const seats = new Map(signedUp.map((row) => [row.id, row.signedUp]))
  const counted = sessions.map((one) => ({ ...one, signedUp: seats.get(one.id) ?? 0 }))
  return getClashInputOf(eventId, { sessions: counted, rooms })
}

/** The same for a draft that was found already: three statements. */
export async function getClashInputOf(
  eventId: string,
  { sessions, rooms }: Pick<ClashInput, 'sessions' | 'rooms'>,
): Promise<ClashInput> {
  const [about] = await database()
    .select({ startsAt: event.startsAt, endsAt: event.endsAt, venue: place })
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(eq(event.id, eventId))
  if (!about) throw new Refusal('event-missing', 'missing')
  const personIds = [...new Set(sessions.flatMap((one) => one.appearances.map((each) => each.personId)))]
  const [windows, elsewhere] = await Promise.all([
    database().select().from(availability).where(eq(availability.eventId, eventId)),
    listElsewhere(eventId, personIds, about),
  ])
  return {
    event: { startsAt: about.startsAt.toISOString(), endsAt: about.endsAt.toISOString() },
    sessions,
    rooms,
    venue: about.venue,
    availability: windows.map((one) => ({ personId: one.personId, ...slot(one) })),
    elsewhere,
  }
}

/** The same people's sessions in other events, from a day before this one to a day after it. */
async function listElsewhere(eventId: string, personIds: string[], about: { startsAt: Date; endsAt: Date }) {
  if (personIds.length === 0) return []
  const personId = person.keptId
  const rows = await database()
    .select({
      personId,
      sessionId: session.id,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      venue: place,
    })
    .from(appearance)
    .innerJoin(person, eq(person.id, appearance.personId))
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(event, eq(event.id, session.eventId))
    .leftJoin(room, eq(room.id, session.roomId))
    .leftJoin(venue, eq(venue.id, sql`coalesce(${room.venueId}, ${event.venueId})`))
    .where(
      and(
        inArray(personId, personIds),
        ne(session.eventId, eventId),
        isNull(session.cancelledAt),
        isNull(event.cancelledAt),
        gte(session.endsAt, new Date(about.startsAt.getTime() - day)),
        lte(session.startsAt, new Date(about.endsAt.getTime() + day)),
      ),
    )
  return rows.flatMap(({ startsAt, endsAt, ...one }) =>
    startsAt && endsAt ? [{ ...one, ...slot({ startsAt, endsAt }) }] : [],
  )
}

function slot({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}
