import { randomInt } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { FloorState } from '#app/shared/vocabulary.ts'
import { event, floor, floorQuestion, live, session } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

// Without letters and digits that are taken for one another when read from a screen.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const codeLength = 7

/** Opens the floor of a session for questions, again after it was closed, at the same address. */
export async function openFloor(ctx: Context, at: { eventId: string; sessionId: string }): Promise<void> {
  await change(ctx, at, 'floor.opened', async () => {
    const code = Array.from({ length: codeLength }, () => signs[randomInt(signs.length)]).join('')
    await database()
      .insert(floor)
      .values({ ...at, code, openedAt: ctx.now })
      .onConflictDoUpdate({ target: floor.sessionId, set: { closedAt: null } })
  })
}

/** Takes no more questions and no more votes; what was shown stays on the screens until the session ends. */
export async function closeFloor(ctx: Context, at: { eventId: string; sessionId: string }): Promise<void> {
  await change(ctx, at, 'floor.closed', async () => {
    await database()
      .update(floor)
      .set({ closedAt: ctx.now })
      .where(and(eq(floor.sessionId, at.sessionId), isNull(floor.closedAt)))
  })
}

async function change(
  ctx: Context,
  { eventId, sessionId }: { eventId: string; sessionId: string },
  verb: string,
  write: () => Promise<void>,
) {
  await requireEventRight(ctx, 'live.run', eventId)
  await withTransaction(async (tx) => {
    await announceLive(eventId)
    const [found] = await tx
      .select({ title: session.title })
      .from(session)
      .where(and(eq(session.id, sessionId), eq(session.eventId, eventId)))
    if (!found) throw new Refusal('session-missing', 'missing')
    await write()
    await recordActivity(ctx, { verb, eventId, subjectId: sessionId, subjectName: textIn(found.title, 'vi') })
  })
}

/** Shows a question to the room, marks it answered, or keeps it back; an answered one leaves the screens. */
export async function moderateQuestion(
  ctx: Context,
  { eventId, questionId, state }: { eventId: string; questionId: string; state: FloorState },
): Promise<void> {
  await requireEventRight(ctx, 'live.run', eventId)
  await withTransaction(async (tx) => {
    const own = tx.select({ id: floor.sessionId }).from(floor).where(eq(floor.eventId, eventId))
    const done = await tx
      .update(floorQuestion)
      .set({ state })
      .where(and(eq(floorQuestion.id, questionId), inArray(floorQuestion.sessionId, own)))
      .returning({ id: floorQuestion.id })
    if (done.length === 0) throw new Refusal('question-missing', 'missing')
    // Last, as when somebody votes: two who wait for each other's row would never end.
    await announceLive(eventId)
  })
}

/** The sessions of an event with their floors, in order of time; those without one have no code. */
export async function listFloors(eventId: string) {
  return database()
    .select({
      sessionId: session.id,
      title: session.title,
      kind: session.kind,
      startsAt: session.startsAt,
      code: floor.code,
      closedAt: floor.closedAt,
      waiting: sql<number>`(
        select count(*) from floor_question q where q.session_id = "session"."id" and q.state = 'waiting'
      )`.mapWith(Number),
    })
    .from(session)
    .leftJoin(floor, eq(floor.sessionId, session.id))
    .where(and(eq(session.eventId, eventId), isNull(session.cancelledAt), isNotNull(session.startsAt)))
    .orderBy(asc(session.startsAt), asc(session.slug))
}

const most = 500

/** All questions of a session, the most wanted first, for those who moderate it. */
export async function listQuestions(eventId: string, sessionId: string) {
  const { id, text, locale, askedBy, state, votes, createdAt } = floorQuestion
  return database()
    .select({ id, text, locale, askedBy, state, votes, createdAt })
    .from(floorQuestion)
    .innerJoin(floor, and(eq(floor.sessionId, floorQuestion.sessionId), eq(floor.eventId, eventId)))
    .where(eq(floorQuestion.sessionId, sessionId))
    .orderBy(desc(votes), asc(createdAt), asc(id))
    .limit(most)
}

/** The floor at a code, of a published event; refused when there is none. */
export async function getFloor(code: string) {
  const [found] = await database()
    .select({
      sessionId: floor.sessionId,
      code: floor.code,
      closedAt: floor.closedAt,
      title: session.title,
      event: { id: event.id, slug: event.slug, title: event.title, accent: event.accent },
      /** Of the event's live room, as of now: what is read afterwards is at least as new. */
      revision: sql<number>`coalesce(${live.revision}, 0)`.mapWith(Number),
    })
    .from(floor)
    .innerJoin(session, eq(session.id, floor.sessionId))
    .innerJoin(event, eq(event.id, floor.eventId))
    .leftJoin(live, eq(live.eventId, floor.eventId))
    .where(and(eq(floor.code, code), isNotNull(event.publishedAt), isNull(event.cancelledAt)))
  if (!found) throw new Refusal('floor-missing', 'missing')
  return found
}

/** The codes of an event's open floors, by session: public, since they stand on the screens. */
export async function openFloors(eventId: string): Promise<Map<string, string>> {
  const rows = await database()
    .select({ id: floor.sessionId, code: floor.code })
    .from(floor)
    .where(and(eq(floor.eventId, eventId), isNull(floor.closedAt)))
  return new Map(rows.map(({ id, code }) => [id, code]))
}
