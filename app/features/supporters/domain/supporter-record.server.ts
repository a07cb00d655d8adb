import { and, asc, eq } from 'drizzle-orm'
import { sourceOf } from '#app/features/links/domain/link-at.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { activity, supporter } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { findAgreed, findLogo } from './supporter-page.server.ts'
import { findSupporter, lockSupporter, type Supporter } from './supporter-row.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One supporter of an initiative for its organizers, or refused. */
export async function getSupporter(ctx: Context, initiativeId: string, id: string): Promise<Supporter> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const found = uuid.test(id) ? await findSupporter(id) : null
  if (found?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
  return found
}

/** What is known of a supporter: what they agreed to, by which words, how they came and what was done since. */
export async function getSupporterRecord(ctx: Context, initiativeId: string, id: string) {
  const found = await getSupporter(ctx, initiativeId, id)
  const { verb, accountId, actorName, subjectName, details, at } = activity
  const [agreed, cameBy, logo, steps] = await Promise.all([
    findAgreed(found),
    sourceOf(found.linkId),
    findLogo(id),
    database()
      .select({ id: activity.id, verb, accountId, actorName, subjectName, details, at })
      .from(activity)
      .where(eq(activity.subjectId, id))
      .orderBy(asc(activity.id))
      .limit(200),
  ])
  return { supporter: found, agreed, cameBy, logo, steps }
}

/** What organizers note about a supporter among themselves, and whether they marked them. Answers whether it changed. */
export async function noteSupporter(
  ctx: Context,
  {
    initiativeId,
    id,
    remark,
    isMarked,
  }: { initiativeId: string; id: string; remark: string; isMarked: boolean },
): Promise<boolean> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
    if (before.remark === remark && before.isMarked === isMarked) return false
    await tx
      .update(supporter)
      .set({ remark, isMarked })
      .where(and(eq(supporter.id, id), eq(supporter.initiativeId, initiativeId)))
    await recordActivity(ctx, {
      verb: 'supporter.noted',
      initiativeId,
      subjectId: id,
      subjectName: before.body || before.name,
    })
    return true
  })
}
