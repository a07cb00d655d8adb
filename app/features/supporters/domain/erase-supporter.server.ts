import { and, asc, eq, lt, or, sql } from 'drizzle-orm'
import { waitingLasts } from '#app/features/lists/domain/asking.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { activity, supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSupporter, type Supporter } from './supporter-row.server.ts'

/** Who left is kept a month, should they come back, and not longer. */
const leftLasts = 30 * 24 * 60 * 60_000
const batch = 200

/** Erases a supporter by their own word, with all that is known and was written. Answers whether there was anybody. */
export async function eraseOwn(ctx: Context, id: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (!before) return false
    await erase(tx, before)
    await recordActivity(ctx, { verb: 'supporter.erased', initiativeId: before.initiativeId })
    await pageChanged(pageTag.initiative(before.initiativeId))
    return true
  })
}

/** The same on an organizer's word, for whoever asked otherwise. */
export async function eraseSupporter(ctx: Context, initiativeId: string, id: string): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  await withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.initiativeId !== initiativeId) throw new Refusal('supporter-missing', 'missing')
    await eraseOwn(ctx, id)
  })
}

/** Forgets who never confirmed, and who left, a month later. Answers how many. */
export async function forgetSupporters(ctx: Context): Promise<number> {
  const before = (span: number) => new Date(ctx.now.getTime() - span)
  return withTransaction(async (tx) => {
    const due = await tx
      .select({ id: supporter.id })
      .from(supporter)
      .where(
        or(
          and(eq(supporter.state, 'waiting'), lt(supporter.askedAt, before(waitingLasts))),
          and(eq(supporter.state, 'left'), lt(supporter.leftAt, before(leftLasts))),
        ),
      )
      .orderBy(asc(supporter.id))
      .limit(batch)
      .for('update', { skipLocked: true })
    for (const { id } of due) {
      const one = await lockSupporter(tx, id)
      if (one) await erase(tx, one)
    }
    return due.length
  })
}

async function erase(tx: Transaction, { id, initiativeId, email }: Supporter): Promise<void> {
  await tx.execute(sql`
    delete from outbox where state <> 'sending' and (
      facts -> 'supporting' ->> 'supporter' = ${id} and lower(recipient_email) = lower(${email})
      or kind = 'introduction' and (facts -> 'introduction' ->> 'id')::uuid in (
        select i.id from introduction i where ${id}::uuid in (i.first_id, i.second_id)
      )
    )`)
  const gone = await tx.execute<{ contact_id: string }>(sql`
    delete from subscription s using list l, contact c
    where s.list_id = l.id and s.contact_id = c.id and l.initiative_id = ${initiativeId}
      and lower(c.email) = lower(${email})
    returning s.contact_id`)
  for (const { contact_id } of gone) await eraseIdleContact(tx, contact_id)
  await tx.delete(supporter).where(eq(supporter.id, id))
  // What was done with them and another supporter names both.
  await tx
    .delete(activity)
    .where(
      and(
        eq(activity.initiativeId, initiativeId),
        or(eq(activity.subjectId, id), sql`${activity.details} ->> 'with' = ${id}`),
      ),
    )
}

/** A contact that stood on nothing but news of the initiative goes with its supporter, and its name in past campaigns too. */
async function eraseIdleContact(tx: Transaction, id: string): Promise<void> {
  const [idle] = await tx.execute<{ email: string; organization_id: string }>(sql`
    delete from contact c where id = ${id} and not exists (select from subscription s where s.contact_id = c.id)
    returning email, organization_id`)
  if (!idle) return
  await tx.execute(sql`
    delete from outbox where organization_id = ${idle.organization_id} and kind = 'campaign' and state <> 'sending'
      and lower(recipient_email) = lower(${idle.email})`)
  await tx.execute(sql`
    update campaign_recipient set email = 'erased-' || id, name = '' where email = lower(${idle.email})
      and campaign_id in (select id from campaign where organization_id = ${idle.organization_id})`)
}
