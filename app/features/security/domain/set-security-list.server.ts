import { eq, sql } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, securityEntry } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import {
  isPossibleHour,
  purgeHour,
  type SecurityField,
  type SecurityRules,
  securityFields,
} from './security-list.ts'

type Input = { eventId: string; seen: SecurityRules; rules: SecurityRules }

/**
 * Sets what the venue's security is told and when that is deleted, unless somebody set something else than `seen`
 * meanwhile. What is asked no longer is deleted at once. Answers whether anything changed.
 */
export async function setSecurityList(ctx: Context, { eventId, seen, rules }: Input): Promise<boolean> {
  await requireEventRight(ctx, 'hosts.edit', eventId)
  return withTransaction(async (tx) => {
    const at = await lockEvent(tx, eventId)
    const before = { asks: at.securityAsks, purgesAt: at.securityPurgesAt }
    if (!isSame(before, seen)) throw new SavedByOther(before)
    const { asks, purgesAt } = inOrder(rules)
    if (purgesAt && asks && !isPossibleHour(purgesAt, at, ctx.now))
      throw new Refusal('security-hour', 'state', { field: 'purgesAt' })
    // The same again asks anew where the event was moved, or takes place after all, once the list was deleted.
    const isOver = at.securityPurgedAt !== null && purgeHour(at) > ctx.now
    if (isSame(before, rules) && !isOver) return false
    await forget(tx, eventId, asks)
    await tx
      .update(event)
      .set({ securityAsks: asks, securityPurgesAt: purgesAt, securityPurgedAt: null })
      .where(eq(event.id, eventId))
    await recordActivity(ctx, { verb: asks ? 'security.set' : 'security.ended', eventId })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}

/** Deletes what was given and is asked no longer. */
async function forget(tx: Transaction, eventId: string, asks: SecurityField[] | null) {
  const ofEvent = sql`registration_id in (select id from registration where event_id = ${eventId})`
  if (!asks) return tx.delete(securityEntry).where(ofEvent)
  const gone = JSON.stringify(securityFields.filter((field) => !asks.includes(field)))
  const without = sql`${securityEntry.given} - array(select jsonb_array_elements_text(${gone}::jsonb))`
  return tx.update(securityEntry).set({ given: without }).where(ofEvent)
}

function isSame(a: SecurityRules, b: SecurityRules): boolean {
  const plain = ({ asks, purgesAt }: SecurityRules) => ({ asks, purgesAt: purgesAt?.toISOString() ?? null })
  return sameValue(plain(inOrder(a)), plain(inOrder(b)))
}

function inOrder({ asks, purgesAt }: SecurityRules): SecurityRules {
  return { asks: asks && securityFields.filter((field) => asks.includes(field)), purgesAt: asks && purgesAt }
}
