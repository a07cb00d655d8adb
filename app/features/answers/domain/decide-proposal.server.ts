import { and, eq } from 'drizzle-orm'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { invitation, person, session, timeProposal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/**
 * Answers a speaker who asked for another time, by mail. Accepting moves the session in the draft; everybody whose time
 * that is hears it at the next publication, as of any other change.
 */
export async function decideProposal(
  ctx: Context,
  { eventId, proposalId, accept }: { eventId: string; proposalId: string; accept: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    const [found] = await tx
      .select({ proposal: timeProposal, invitation, session, person })
      .from(timeProposal)
      .innerJoin(invitation, eq(invitation.id, timeProposal.invitationId))
      .innerJoin(session, eq(session.id, invitation.sessionId))
      .innerJoin(person, eq(person.id, invitation.personId))
      .where(and(eq(timeProposal.id, proposalId), eq(session.eventId, eventId)))
      .for('update', { of: timeProposal })
    if (!found) throw new Refusal('proposal-missing', 'missing')
    const { proposal } = found
    if (proposal.state !== 'open') throw new Refusal('proposal-decided', 'state')
    const slot = { startsAt: proposal.startsAt.toISOString(), endsAt: proposal.endsAt.toISOString() }
    if (accept) {
      const edit = { kind: 'edit' as const, sessionId: found.session.id, was: {}, set: slot }
      await editDraft(ctx, { eventId, edits: [edit] })
    }
    await tx
      .update(timeProposal)
      .set({
        state: accept ? 'accepted' : 'refused',
        decidedAt: ctx.now,
        decidedById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where(eq(timeProposal.id, proposalId))
    const email = found.invitation.email ?? found.person.email
    if (email) {
      await queueMail({
        kind: 'proposal-answered',
        locale: found.person.locale,
        eventId,
        recipientName: found.person.name,
        recipientEmail: email,
        invitationId: found.invitation.id,
        facts: {
          proposal: { title: found.session.title, ...slot, accepted: accept },
          speaking: { personId: found.person.id, holder: 'person' },
        },
      })
    }
    await recordActivity(ctx, {
      verb: accept ? 'proposal.accepted' : 'proposal.refused',
      eventId,
      subjectId: found.person.id,
      subjectName: found.person.name,
    })
  })
}
