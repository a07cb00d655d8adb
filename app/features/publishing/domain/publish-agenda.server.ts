import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { lockEvent } from '#app/features/events/domain/event-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { HeldBack } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { planPublication } from './publication-plan.server.ts'
import { sendPublicationMails } from './send-publication-mails.server.ts'

export type Publication = {
  eventId: string
  /** Notices that are not to go out this time. Who is held back now is told the next time. */
  heldBack?: HeldBack[]
  /** The fingerprint of the plan that the organizer saw: when another one came of it meanwhile, nothing is done. */
  expectedDraft?: string | undefined
  /** How many clashes that are errors the organizer has seen and publishes with; a job or a seed is not asked. */
  acceptedClashes?: number | undefined
  /** The earlier version that the draft was made from again. */
  restoredFrom?: number
}

/** Freezes the draft as the next numbered version, which is what readers see from then on, and tells whom it concerns. */
export async function publishAgenda(
  ctx: Context,
  { eventId, heldBack = [], expectedDraft, acceptedClashes = 0, restoredFrom }: Publication,
): Promise<{ number: number; told: number }> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  return withTransaction(async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    const plan = await planPublication(ctx, tx, event)
    const [fault] = plan.faults
    if (fault) throw new Refusal(fault.code, 'state', { session: textIn(fault.title, ctx.locale) })
    const { agenda, changes, last } = plan
    if (agenda.sessions.length === 0 && last === 0) throw new Refusal('agenda-empty', 'state')
    if (expectedDraft !== undefined && expectedDraft !== plan.fingerprint) {
      throw new Refusal('draft-moved-on', 'state')
    }
    if (!plan.isDue) throw new Refusal('agenda-unchanged', 'state')
    if (plan.errorCount !== acceptedClashes && ctx.actor.kind !== 'system') {
      throw new Refusal('agenda-clashes', 'state', { count: plan.errorCount })
    }
    const number = last + 1
    const publishedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const version = { eventId, number, agenda, changes, heldBack, publishedById, publishedAt: ctx.now }
    await tx.insert(agendaVersion).values({ ...version, ...(restoredFrom && { restoredFrom }) })
    const { told } = await sendPublicationMails(ctx, tx, plan, heldBack)
    const details = { number, told, heldBack: heldBack.length, ...(restoredFrom && { restoredFrom }) }
    await recordActivity(ctx, { verb: 'agenda.published', eventId, subjectId: eventId, details })
    await pageChanged(pageTag.event(eventId), pageTag.home)
    await announceLive(eventId)
    return { number, told }
  })
}
