import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { interpretationRules } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Rules } from './interpretation-gaps.ts'
import { getInterpretationRules } from './interpretation-plan.server.ts'

/** Sets how long interpreters of an event work on end and rest then; answers whether anything changed. */
export async function setInterpretationRules(
  ctx: Context,
  { eventId, seen, rules }: { eventId: string; seen: Rules; rules: Rules },
): Promise<boolean> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getInterpretationRules(eventId)
    if (!sameValue(before, seen)) throw new SavedByOther(before)
    if (sameValue(before, rules)) return false
    await tx
      .insert(interpretationRules)
      .values({ eventId, ...rules })
      .onConflictDoUpdate({ target: interpretationRules.eventId, set: rules })
    await recordActivity(ctx, { verb: 'interpretation.ruled', eventId, details: { ...rules } })
    return true
  })
}
