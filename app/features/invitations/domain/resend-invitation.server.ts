import { and, desc, eq, sql } from 'drizzle-orm'
import type { StoredFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { invitation, outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSpeakerInvitation } from './invitation-desk.server.ts'
import { listInvitees } from './invitations.server.ts'
import { keptOf } from './plan-notices.ts'
import { assistantName } from './send-notices.server.ts'

/** The present version of an invitation once more, word for word, to the address the person has now. */
export async function resendInvitation(
  ctx: Context,
  { eventId, invitationId }: { eventId: string; invitationId: string },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await countAttempt(`invitation-again:${invitationId}`, { limit: 5, seconds: 3600 })
  await withTransaction(async (tx) => {
    const stored = await lockSpeakerInvitation(tx, eventId, invitationId)
    const [last] = await tx
      .select()
      .from(outbox)
      .where(
        and(
          eq(outbox.invitationId, invitationId),
          sql`${outbox.facts}->'speaking'->>'holder' = 'person'`,
          sql`${outbox.facts}->'calendar'->>'sequence' = ${String(stored.sequence)}`,
        ),
      )
      .orderBy(desc(outbox.createdAt))
      .limit(1)
    const people = new Map((await listInvitees([stored.personId])).map((one) => [one.id, one]))
    const person = people.get(keptOf(stored.personId, people))
    const email = stored.cancelledAt ? stored.email : person?.email
    if (!last || !person) throw new Refusal('mail-outdated', 'state')
    if (!email) throw new Refusal('address-missing', 'state')
    const { kind, locale, facts } = last
    const toldId = (facts as StoredFacts).speaking?.personId ?? person.id
    const mail = { kind, locale, facts, eventId, invitationId }
    await queueMail({ ...mail, recipientName: person.name, recipientEmail: email })
    if (person.assistantEmail && person.assistantEmail.toLowerCase() !== email.toLowerCase()) {
      await queueMail({
        ...mail,
        recipientName: assistantName({ name: person.name, locale }),
        recipientEmail: person.assistantEmail,
        facts: { ...facts, speaking: { personId: toldId, holder: 'assistant' } },
      })
    }
    await tx.update(invitation).set({ email }).where(eq(invitation.id, invitationId))
    await recordActivity(ctx, {
      verb: 'invitation.resent',
      eventId,
      subjectId: person.id,
      subjectName: person.name,
    })
  })
}
