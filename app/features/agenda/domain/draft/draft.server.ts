import { asc, eq } from 'drizzle-orm'
import { appearance, person, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { DraftAppearance, DraftSession } from './draft-edit.ts'
import { shownFilms } from './draft-films.server.ts'
import { draftSession, onceEach } from './draft-session.ts'

/** The sessions of an event's draft, dropped ones too, in order of time, with their people and films: two statements, whatever its size. */
export async function listDraftSessions(eventId: string): Promise<DraftSession[]> {
  const sessions = await database()
    .select({ row: session, films: shownFilms })
    .from(session)
    .where(eq(session.eventId, eventId))
    .orderBy(asc(session.startsAt), asc(session.slug))
  const people = await database()
    .select({ sessionId: appearance.sessionId, ...draftAppearance })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .innerJoin(person, eq(person.id, appearance.personId))
    .where(eq(session.eventId, eventId))
    .orderBy(asc(appearance.sessionId), asc(appearance.position))
  const bySession = new Map<string, DraftAppearance[]>(sessions.map(({ row }) => [row.id, []]))
  for (const { sessionId, ...one } of onceEach(people)) bySession.get(sessionId)?.push(one)
  return sessions.map(({ row, films }) =>
    draftSession(
      row,
      bySession.get(row.id) ?? [],
      films.map(({ id }) => id),
    ),
  )
}

const draftAppearance = {
  personId: person.keptId,
  role: appearance.role,
  minutes: appearance.minutes,
  deputyForId: appearance.deputyForId,
}
