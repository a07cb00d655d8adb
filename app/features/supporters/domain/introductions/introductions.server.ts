import { and, desc, eq, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { IntroductionAnswer } from '#app/shared/vocabulary.ts'
import { introduction, supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const first = alias(supporter, 'first')
const second = alias(supporter, 'second')
const mostShown = 200

const sharedOf = (of: typeof first | typeof second) => ({
  id: of.id,
  name: of.name,
  body: of.body,
  kind: of.kind,
  country: of.country,
  offers: of.offers,
  seeks: of.seeks,
})

const columns = {
  id: introduction.id,
  initiativeId: introduction.initiativeId,
  words: introduction.words,
  firstAnswer: introduction.firstAnswer,
  secondAnswer: introduction.secondAnswer,
  expiresAt: introduction.expiresAt,
  madeAt: introduction.madeAt,
  createdAt: introduction.createdAt,
  first: sharedOf(first),
  second: sharedOf(second),
}

function introductions() {
  return database()
    .select(columns)
    .from(introduction)
    .innerJoin(first, eq(first.id, introduction.firstId))
    .innerJoin(second, eq(second.id, introduction.secondId))
}

type Introduced = Awaited<ReturnType<typeof introductions>>[number]
/** What the two learn of each other before they agree: no address. */
export type Shared = Introduced['first']

/**
 * An introduction as one of the two sees it: what the other one would read of them, who that is, and their own answer.
 * The other's answer is nowhere in it.
 */
export async function findIntroduction(introductionId: string, supporterId: string) {
  const [found] = await introductions().where(
    and(eq(introduction.id, introductionId), or(eq(first.id, supporterId), eq(second.id, supporterId))),
  )
  if (!found) return null
  const isFirst = found.first.id === supporterId
  const answer: IntroductionAnswer = isFirst ? found.firstAnswer : found.secondAnswer
  const { id, initiativeId, words, expiresAt, madeAt } = found
  const [own, other] = isFirst ? [found.first, found.second] : [found.second, found.first]
  return { id, initiativeId, words, expiresAt, isMade: madeAt !== null, answer, own, other }
}

/** Whether an introduction came about, waits or is over. Who said no is nobody's to know. */
function standingOfIntroduction(
  { madeAt, expiresAt }: { madeAt: Date | null; expiresAt: Date },
  now: Date,
): 'made' | 'waits' | 'over' {
  if (madeAt) return 'made'
  return expiresAt > now ? 'waits' : 'over'
}

/** The introductions of an initiative, the latest first, as its organizers see them. */
export async function listIntroductions(ctx: Context, initiativeId: string) {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const rows = await introductions()
    .where(eq(introduction.initiativeId, initiativeId))
    .orderBy(desc(introduction.createdAt), introduction.id)
    .limit(mostShown)
  return rows.map(({ id, first: one, second: other, createdAt, expiresAt, madeAt }) => ({
    id,
    first: { id: one.id, name: one.body || one.name },
    second: { id: other.id, name: other.body || other.name },
    createdAt,
    standing: standingOfIntroduction({ madeAt, expiresAt }, ctx.now),
  }))
}

/** Those that a supporter has a say in, or had: for their own page. */
export async function listOwnIntroductions(supporterId: string, now: Date) {
  const rows = await introductions()
    .where(or(eq(first.id, supporterId), eq(second.id, supporterId)))
    .orderBy(desc(introduction.createdAt), introduction.id)
    .limit(50)
  return rows
    .map((row) => ({
      id: row.id,
      other: row.first.id === supporterId ? row.second : row.first,
      answer: row.first.id === supporterId ? row.firstAnswer : row.secondAnswer,
      standing: standingOfIntroduction(row, now),
    }))
    .filter(({ standing }) => standing !== 'over')
}
