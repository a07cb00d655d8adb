import { and, eq, isNull } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitation, registration } from '#db/schema/index.ts'

/**
 * A calendar's "no" is easily pressed by mistake, and the seat would be gone: the attendee is asked once, by mail,
 * whether it may be given away. Until they say so it stays theirs.
 */
export async function askWhetherSeatIsFree(
  ctx: Context,
  tx: Transaction,
  registrationId: string,
): Promise<void> {
  const [guest] = await tx.select().from(registration).where(eq(registration.id, registrationId))
  if (guest?.state !== 'confirmed') return
  const [asked] = await tx
    .update(invitation)
    .set({ declineAskedAt: ctx.now })
    .where(and(eq(invitation.registrationId, registrationId), isNull(invitation.declineAskedAt)))
    .returning({ id: invitation.id })
  if (!asked) return
  const { eventId, locale, name, email } = guest
  await queueMail({
    kind: 'decline-asked',
    locale,
    eventId,
    registrationId,
    recipientName: name,
    recipientEmail: email,
  })
}
