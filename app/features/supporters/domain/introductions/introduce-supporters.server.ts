import { and, asc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { introduction, supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { introductionMail } from './introduction-mail.server.ts'

/** How long the two may think about it. */
const introductionLasts = 21 * 24 * 60 * 60_000

type Wanted = { initiativeId: string; firstId: string; secondId: string; words: string }

/**
 * Asks two supporters whether they wish to be made known to each other; for acts, which show both mails first. Refuses
 * the same pair while it is asked, or when it was made.
 */
export async function introduceSupporters(
  ctx: Context,
  { initiativeId, firstId, secondId, words }: Wanted,
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  if (firstId === secondId) throw new Refusal('introduction-two', 'state')
  await withTransaction(async (tx) => {
    const both = await lockBoth(tx, [firstId, secondId])
    const [first, second] = [firstId, secondId].map((id) => both.find((one) => one.id === id))
    if (first?.initiativeId !== initiativeId || second?.initiativeId !== initiativeId)
      throw new Refusal('supporter-missing', 'missing')
    if (first.state !== 'joined' || second.state !== 'joined')
      throw new Refusal('supporter-not-joined', 'state')
    if (await isAsked(tx, ctx.now, firstId, secondId)) throw new Refusal('introduction-asked', 'state')
    const expiresAt = new Date(ctx.now.getTime() + introductionLasts)
    const askedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const [made] = await tx
      .insert(introduction)
      .values({ initiativeId, firstId, secondId, words, askedById, expiresAt, createdAt: ctx.now })
      .returning({ id: introduction.id })
    if (!made) throw new Error('An introduction was inserted without a row')
    await queueMail(introductionMail('asked', made.id, first), introductionMail('asked', made.id, second))
    await recordActivity(ctx, {
      verb: 'supporter.introducing',
      initiativeId,
      subjectId: firstId,
      subjectName: namesOf(first, second),
      details: { with: secondId },
    })
  })
}

/** Both in order of their ids, as all lock them. */
function lockBoth(tx: Transaction, ids: string[]) {
  const { id, initiativeId, email, name, body, locale, state } = supporter
  return tx
    .select({ id, initiativeId, email, name, body, locale, state })
    .from(supporter)
    .where(inArray(supporter.id, ids))
    .orderBy(asc(supporter.id))
    .for('no key update')
}

async function isAsked(tx: Transaction, now: Date, firstId: string, secondId: string): Promise<boolean> {
  const pair = or(
    and(eq(introduction.firstId, firstId), eq(introduction.secondId, secondId)),
    and(eq(introduction.firstId, secondId), eq(introduction.secondId, firstId)),
  )
  const standing = or(isNotNull(introduction.madeAt), gt(introduction.expiresAt, now))
  return (await tx.$count(introduction, and(pair, standing))) > 0
}

/** What organizers call the two. */
export const namesOf = (
  first: { name: string; body: string },
  second: { name: string; body: string },
): string => `${first.body || first.name} – ${second.body || second.name}`
