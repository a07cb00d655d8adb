import { and, asc, desc, eq } from 'drizzle-orm'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { floor, floorQuestion, live, person, run, turn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type LiveQuestion, type LiveSession, type LiveState, turnsOf } from './live-state.ts'

const mostQuestions = 50

/** What the screens of an event's live room show now: five statements, whatever its size. The public may see all of it. */
export async function getLive(eventId: string, now = new Date()): Promise<LiveState> {
  return (await getLiveAgenda(eventId, now)).state
}

/** The same with the published agenda that it was made of; null when there is none. */
export async function getLiveAgenda(
  eventId: string,
  now: Date,
): Promise<{ state: LiveState; agenda: PublishedAgenda | null }> {
  // First the counter: what changes while the rest is read is told again under a higher one.
  const [counted] = await database().select().from(live).where(eq(live.eventId, eventId))
  const [published, runs, turns, questions] = await Promise.all([
    findPublishedAgenda(eventId),
    database().select().from(run).where(eq(run.eventId, eventId)),
    database()
      .select({ turn, name: person.name })
      .from(turn)
      .innerJoin(person, eq(person.id, turn.personId))
      .where(eq(turn.eventId, eventId))
      .orderBy(asc(turn.startedAt)),
    listShownQuestions(eventId),
  ])
  const agenda = published?.agenda ?? null
  const nameOf = new Map(agenda?.people.map((one) => [one.id, one.name]))
  const runOf = new Map(runs.map((one) => [one.sessionId, one]))
  const spoken = new Map<string, typeof turns>()
  for (const one of turns) spoken.set(one.turn.sessionId, [...(spoken.get(one.turn.sessionId) ?? []), one])
  const state = {
    revision: counted?.revision ?? 0,
    at: now.toISOString(),
    rooms: (agenda?.rooms ?? []).map(({ id, name }) => ({ id, name })),
    sessions: agenda
      ? [...agenda.sessions]
          .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
          .map((session) => liveSession(nameOf, session, runOf.get(session.id), spoken.get(session.id) ?? []))
      : [],
    questions,
  }
  return { state, agenda }
}

type Run = typeof run.$inferSelect
type Spoken = { turn: typeof turn.$inferSelect; name: string }

function liveSession(
  nameOf: Map<string, string>,
  session: PublishedSession,
  ran: Run | undefined,
  spoken: Spoken[],
): LiveSession {
  const { id, slug, kind, title, roomId, startsAt, endsAt } = session
  const planned = session.appearances
    .filter((one) => one.role !== 'interpreter' && one.role !== 'rapporteur')
    .map((one) => ({ ...one, name: nameOf.get(one.personId) ?? '' }))
  return {
    id,
    slug,
    kind,
    title,
    roomId,
    startsAt,
    endsAt,
    startedAt: ran?.startedAt.toISOString() ?? null,
    endedAt: ran?.endedAt?.toISOString() ?? null,
    turns: turnsOf(planned, spoken.map(spokenTurn)),
  }
}

function spokenTurn({ turn: row, name }: Spoken) {
  return {
    id: row.id,
    personId: row.personId,
    name,
    plannedSeconds: row.plannedSeconds,
    startedAt: row.startedAt.toISOString(),
    pausedAt: row.pausedAt?.toISOString() ?? null,
    pausedSeconds: row.pausedSeconds,
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

/** Those that the moderators show, of sessions whose floor is open. */
async function listShownQuestions(eventId: string): Promise<LiveQuestion[]> {
  return database()
    .select({
      id: floorQuestion.id,
      sessionId: floorQuestion.sessionId,
      text: floorQuestion.text,
      lang: floorQuestion.locale,
      votes: floorQuestion.votes,
    })
    .from(floorQuestion)
    .innerJoin(floor, eq(floor.sessionId, floorQuestion.sessionId))
    .where(and(eq(floor.eventId, eventId), eq(floorQuestion.state, 'shown')))
    .orderBy(desc(floorQuestion.votes), asc(floorQuestion.createdAt))
    .limit(mostQuestions)
}
