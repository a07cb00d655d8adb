import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt, forgiveAttempt, sourceNetwork } from '#app/shared/http/rate-limit.server.ts'
import { floorQuestion, floorVote } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { getFloor } from './floor.server.ts'

/** A whole hall comes from one address: the limits of a source are wide, those of a browser narrow. */
const limits = {
  askingSource: { limit: 200, seconds: 600 },
  asking: { limit: 5, seconds: 600 },
  voting: { limit: 3000, seconds: 600 },
  votesOfSource: { limit: 600, seconds: 6 * 3600 },
}
const mostShown = 100

/** A question waits until a moderator shows it. `voter` is the random word of a browser; nothing of it is kept. */
export async function askQuestion(
  ctx: Context,
  code: string,
  { text, askedBy, voter }: { text: string; askedBy: string; voter: string },
): Promise<void> {
  const { sessionId, closedAt } = await getFloor(code)
  if (closedAt) throw new Refusal('floor-closed', 'state')
  await countAttempt(`floor:${ctx.source}`, limits.askingSource)
  await countAttempt(`floor:${sessionId}:${voter}`, limits.asking)
  await database()
    .insert(floorQuestion)
    .values({ sessionId, text, askedBy, locale: ctx.locale, createdAt: ctx.now })
}

/** One vote of a browser for a question that is shown; voting twice counts once, and a vote can be taken back. */
export async function voteForQuestion(
  ctx: Context,
  code: string,
  { questionId, voter, takeBack }: { questionId: string; voter: string; takeBack: boolean },
): Promise<void> {
  const { sessionId, closedAt, event } = await getFloor(code)
  if (closedAt) throw new Refusal('floor-closed', 'state')
  await countAttempt(`floor-votes:${ctx.source}`, limits.voting)
  // A browser is a word that anybody makes up: one source has as many votes for a question as a large hall.
  const ofSource = `floor-votes:${questionId}:${sourceNetwork(ctx.source)}`
  if (!takeBack) await countAttempt(ofSource, limits.votesOfSource)
  const hasCounted = await withTransaction(async (tx) => {
    const [question] = await tx
      .select({ state: floorQuestion.state })
      .from(floorQuestion)
      .where(and(eq(floorQuestion.id, questionId), eq(floorQuestion.sessionId, sessionId)))
      .for('no key update')
    if (question?.state !== 'shown') throw new Refusal('question-missing', 'missing')
    const row = { questionId, voterHash: voterHash(voter, questionId) }
    const changed = takeBack
      ? await tx
          .delete(floorVote)
          .where(and(eq(floorVote.questionId, questionId), eq(floorVote.voterHash, row.voterHash)))
          .returning()
      : await tx.insert(floorVote).values(row).onConflictDoNothing().returning()
    if (changed.length === 0) return false
    await tx
      .update(floorQuestion)
      .set({ votes: sql`${floorQuestion.votes} + ${takeBack ? -1 : 1}` })
      .where(eq(floorQuestion.id, questionId))
    // Last, so that votes for other questions wait for each other only at the very end.
    await announceLive(event.id)
    return true
  })
  if (takeBack === hasCounted) await forgiveAttempt(ofSource)
}

export type ShownQuestion = { id: string; text: string; lang: string; votes: number; isMine: boolean }

/** The questions that readers see, the most wanted first, and which of them this browser voted for. */
export async function listShownQuestions(sessionId: string, voter: string | null): Promise<ShownQuestion[]> {
  const rows = await database()
    .select({
      id: floorQuestion.id,
      text: floorQuestion.text,
      lang: floorQuestion.locale,
      votes: floorQuestion.votes,
    })
    .from(floorQuestion)
    .where(and(eq(floorQuestion.sessionId, sessionId), eq(floorQuestion.state, 'shown')))
    .orderBy(desc(floorQuestion.votes), asc(floorQuestion.createdAt), asc(floorQuestion.id))
    .limit(mostShown)
  const hashes = voter ? rows.map((one) => voterHash(voter, one.id)) : []
  const mine = hashes.length
    ? await database()
        .select({ id: floorVote.questionId })
        .from(floorVote)
        .where(inArray(floorVote.voterHash, hashes))
    : []
  const voted = new Set(mine.map((one) => one.id))
  return rows.map((one) => ({ ...one, isMine: voted.has(one.id) }))
}

// Bound to the question: two votes of one browser cannot be told to be of one.
const voterHash = (voter: string, questionId: string) => saltedToken('floor-vote', `${questionId}:${voter}`)
