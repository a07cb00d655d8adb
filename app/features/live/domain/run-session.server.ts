import { and, eq, isNull, sql } from 'drizzle-orm'
import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { run, turn } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** A session of an event's published agenda. */
export type At = { eventId: string; sessionId: string }
/** A turn of it; whichever runs when none is named. */
export type OfTurn = At & { turnId?: string | null }
type Open = typeof turn.$inferSelect | undefined

/** Begins a session; one that has begun stays as it is, one that was ended goes on. */
export async function startSession(ctx: Context, at: At): Promise<void> {
  await inRoom(ctx, at, 'live.started', (tx) => begin(ctx, tx, at))
}

/** Ends a session, and whatever turn runs in it. Nothing happens to one that has not begun. */
export async function endSession(ctx: Context, at: At): Promise<void> {
  await inRoom(ctx, at, 'live.ended', async (tx, open) => {
    await close(ctx, tx, open)
    await tx
      .update(run)
      .set({ endedAt: sql`greatest(${run.startedAt}, ${ctx.now.toISOString()}::timestamptz)` })
      .where(and(eq(run.sessionId, at.sessionId), isNull(run.endedAt)))
  })
}

/**
 * Gives somebody the floor: whoever had it ends, and the session begins if it has not. The time is what the published
 * agenda gives. Of two who press at once for the same person the second changes nothing.
 */
export async function startTurn(ctx: Context, at: At & { personId: string }): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    const planned = await plannedTurn(at)
    if (open?.personId === at.personId) return
    await close(ctx, tx, open)
    await begin(ctx, tx, at)
    const { eventId, sessionId, personId } = at
    await tx
      .insert(turn)
      .values({ eventId, sessionId, personId, startedAt: ctx.now, plannedSeconds: planned })
  })
}

/** Stops the clock of the running turn; a paused one stays paused. */
export async function pauseTurn(ctx: Context, at: OfTurn): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    if (!isMeant(open, at)) throw new Refusal('turn-not-running', 'state')
    if (open.pausedAt) return
    await tx.update(turn).set({ pausedAt: ctx.now }).where(eq(turn.id, open.id))
  })
}

/** Lets the clock of a paused turn run on. */
export async function resumeTurn(ctx: Context, at: OfTurn): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    if (!isMeant(open, at)) throw new Refusal('turn-not-running', 'state')
    if (!open.pausedAt) return
    await tx
      .update(turn)
      .set({ pausedAt: null, pausedSeconds: open.pausedSeconds + pausedFor(ctx, open) })
      .where(eq(turn.id, open.id))
  })
}

/** Ends the running turn; nobody has the floor then. One that has ended by now is what was wanted. */
export async function endTurn(ctx: Context, at: OfTurn): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    if (isMeant(open, at)) await close(ctx, tx, open)
  })
}

/**
 * Gives the running turn so many seconds more, or takes them, down to one; refused when no time was planned. `planned`
 * is the time that whoever presses sees: when it is another by now, this press has arrived before, and counts once.
 */
export async function extendTurn(
  ctx: Context,
  at: OfTurn & { seconds: number; planned?: number | null },
): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    if (!isMeant(open, at) || open.plannedSeconds === null) throw new Refusal('turn-not-running', 'state')
    if (at.planned != null && at.planned !== open.plannedSeconds) return
    const plannedSeconds = Math.min(86_400, Math.max(1, open.plannedSeconds + at.seconds))
    await tx.update(turn).set({ plannedSeconds }).where(eq(turn.id, open.id))
  })
}

/** Takes back the last start of a turn in a session, when it was pressed for the wrong person. */
export async function takeTurnBack(ctx: Context, at: OfTurn): Promise<void> {
  await inRoom(ctx, at, null, async (tx, open) => {
    if (!isMeant(open, at)) throw new Refusal('turn-not-running', 'state')
    await tx.delete(turn).where(eq(turn.id, open.id))
  })
}

/** Whether a turn runs, and is the one that was named: somebody else may have given the floor to another meanwhile. */
function isMeant(open: Open, { turnId }: OfTurn): open is NonNullable<Open> {
  return open !== undefined && (!turnId || open.id === turnId)
}

/** One step in a room: allowed, one after the other with all others of the event, told to every screen at the commit. */
async function inRoom(
  ctx: Context,
  { eventId, sessionId }: At,
  verb: string | null,
  step: (tx: Transaction, open: Open) => Promise<void>,
) {
  await requireEventRight(ctx, 'live.run', eventId)
  const title = await publishedTitle(eventId, sessionId)
  await withTransaction(async (tx) => {
    await announceLive(eventId)
    const [open] = await tx
      .select()
      .from(turn)
      .where(and(eq(turn.sessionId, sessionId), isNull(turn.endedAt)))
    await step(tx, open)
    // Pages of the agenda say what runs, not who speaks.
    if (verb) {
      await pageChanged(pageTag.event(eventId))
      await recordActivity(ctx, { verb, eventId, subjectId: sessionId, subjectName: title })
    }
  })
}

async function publishedTitle(eventId: string, sessionId: string): Promise<string> {
  const published = await findPublishedAgenda(eventId)
  const found = published?.agenda.sessions.find((one) => one.id === sessionId)
  if (!found) throw new Refusal('session-not-published', 'missing')
  return textIn(found.title, 'vi')
}

async function plannedTurn({ eventId, sessionId, personId }: At & { personId: string }) {
  const published = await findPublishedAgenda(eventId)
  const session = published?.agenda.sessions.find((one) => one.id === sessionId)
  const found = session?.appearances.find((one) => one.personId === personId)
  if (!found) throw new Refusal('person-not-in-session', 'missing')
  return found.minutes === null ? null : found.minutes * 60
}

async function begin(ctx: Context, tx: Transaction, { eventId, sessionId }: At) {
  const [before] = await tx.select().from(run).where(eq(run.sessionId, sessionId))
  if (before && before.endedAt === null) return
  await tx
    .insert(run)
    .values({ sessionId, eventId, startedAt: ctx.now })
    .onConflictDoUpdate({ target: run.sessionId, set: { endedAt: null } })
  await pageChanged(pageTag.event(eventId))
}

async function close(ctx: Context, tx: Transaction, open: Open) {
  if (!open) return
  await tx
    .update(turn)
    .set({
      endedAt: notBefore(open.startedAt, ctx.now),
      pausedAt: null,
      pausedSeconds: open.pausedSeconds + (open.pausedAt ? pausedFor(ctx, open) : 0),
    })
    .where(eq(turn.id, open.id))
}

// Of two who press at once, the one who waited for the row may have pressed first.
const notBefore = (start: Date, moment: Date) => (moment < start ? start : moment)

function pausedFor(ctx: Context, { pausedAt }: { pausedAt: Date | null }) {
  return pausedAt ? Math.max(0, Math.round((ctx.now.getTime() - pausedAt.getTime()) / 1000)) : 0
}
