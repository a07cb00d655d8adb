import { eq, max } from 'drizzle-orm'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/http/page-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { agendaVersion } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { readDraft } from './draft-rows.server.ts'
import { freezeAgenda } from './freeze-agenda.ts'
import { slotProblem } from './slot-problem.ts'

/** Freezes the draft as the next numbered version, which is what readers see from then on. */
export async function publishAgenda(
  ctx: Context,
  { eventId }: { eventId: string },
): Promise<{ number: number }> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    const event = await lockEvent(tx, eventId)
    const draft = await readDraft(tx, eventId)
    for (const session of draft.sessions) {
      const problem = session.cancelledAt ? null : slotProblem(session, event)
      if (problem) throw new Refusal(problem, 'state', { session: textIn(session.title, ctx.locale) })
    }
    const agenda = freezeAgenda(draft)
    if (agenda.sessions.length === 0) throw new Refusal('agenda-empty', 'state')
    const [last] = await tx
      .select({ number: max(agendaVersion.number) })
      .from(agendaVersion)
      .where(eq(agendaVersion.eventId, eventId))
    const number = (last?.number ?? 0) + 1
    const publishedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    await tx.insert(agendaVersion).values({ eventId, number, agenda, publishedById, publishedAt: ctx.now })
    await recordActivity(ctx, { verb: 'agenda.published', eventId, subjectId: eventId, details: { number } })
    await pageChanged(pageTag.event(eventId), pageTag.home)
    return { number }
  })
}
