import { eq, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { attendeeOf } from '#app/features/registration/domain/attendee.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { guestInvitation, quota } from '#db/schema/index.ts'
import { newGuestLink } from './guest-invitations.server.ts'
import { guestMail } from './guest-mail.ts'
import type { Quota } from './quotas.server.ts'

export type AskedPerson = ReturnType<typeof attendeeOf>

/**
 * Asks people to come on a host's places, each by a mail of their own with a hold for the calendar. For callers that hold
 * the event's lock and have seen that so many places are unused. Answers the invitations.
 */
export async function askGuests(ctx: Context, tx: Transaction, own: Quota, people: readonly AskedPerson[]) {
  const invitedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const rows = people.map(({ answers: _, ...person }) => ({
    ...person,
    ...newGuestLink(),
    eventId: own.eventId,
    quotaId: own.id,
    invitedById,
    createdAt: ctx.now,
  }))
  const made = await tx.insert(guestInvitation).values(rows).returning()
  await tx
    .update(quota)
    .set({ invited: sql`${quota.invited} + ${made.length}` })
    .where(eq(quota.id, own.id))
  await queueMail(...made.map((one) => guestMail(one, own.organizationId, 'invited')))
  return made
}
