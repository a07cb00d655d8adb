import { eq } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { interpretationEquipment, interpretationShift, turnLanguage } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSessionPlan, type SessionPlan } from './interpretation-plan.server.ts'

/** More than a day has half hours. */
export const mostShifts = 48

/**
 * Saves who interprets a session when, and what is spoken in which turn, unless somebody saved another plan than `seen`
 * meanwhile. Only people who are in the session can be named. Answers whether anything changed.
 */
export async function saveSessionPlan(
  ctx: Context,
  {
    eventId,
    sessionId,
    seen,
    plan,
  }: { eventId: string; sessionId: string; seen: SessionPlan; plan: SessionPlan },
): Promise<boolean> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  if (plan.shifts.length > mostShifts) throw new Refusal('shifts-too-many', 'invalid', { limit: mostShifts })
  return withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const { session, plan: before } = await getSessionPlan(eventId, sessionId)
    if (!sameValue(inOrder(before), inOrder(seen))) throw new SavedByOther(before)
    const people = new Set(session.appearances.map(({ personId }) => personId))
    const named = [...plan.shifts.map(({ personId }) => personId), ...Object.keys(plan.spokenBy)]
    if (named.some((personId) => !people.has(personId))) throw new Refusal('person-missing', 'missing')
    if (sameValue(inOrder(before), inOrder(plan))) return false
    await tx.delete(interpretationShift).where(eq(interpretationShift.sessionId, sessionId))
    await tx.delete(turnLanguage).where(eq(turnLanguage.sessionId, sessionId))
    if (plan.shifts.length > 0) {
      await tx.insert(interpretationShift).values(plan.shifts.map((shift) => ({ ...shift, sessionId })))
    }
    const spokenBy = Object.entries(plan.spokenBy).map(([personId, language]) => ({
      sessionId,
      personId,
      language,
    }))
    if (spokenBy.length > 0) await tx.insert(turnLanguage).values(spokenBy)
    const { receivers, note } = plan
    await tx
      .insert(interpretationEquipment)
      .values({ sessionId, receivers, note })
      .onConflictDoUpdate({ target: interpretationEquipment.sessionId, set: { receivers, note } })
    await recordActivity(ctx, {
      verb: 'interpretation.planned',
      eventId,
      subjectId: sessionId,
      subjectName: textIn(session.title, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}

function inOrder({ shifts, spokenBy, receivers, note }: SessionPlan) {
  const sorted = [...shifts].sort((a, b) => a.fromMinute - b.fromMinute || (a.personId < b.personId ? -1 : 1))
  return {
    shifts: sorted,
    spokenBy: Object.entries(spokenBy).sort(([a], [b]) => (a < b ? -1 : 1)),
    receivers,
    note,
  }
}
