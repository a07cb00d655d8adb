import { sendNotices } from '#app/features/invitations/domain/send-notices.server.ts'
import { tellOwnAgendas } from '#app/features/own-agenda/domain/tell-own-agendas.server.ts'
import { fillSessionSeats } from '#app/features/registration/domain/seats/session-seats.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import type { HeldBack } from '#db/schema/agenda-snapshot.ts'
import type { PublicationPlan } from './publication-plan.server.ts'

/** Writes all mails that a publication causes, in its transaction: what a preview shows, and what then goes. */
export async function sendPublicationMails(
  ctx: Context,
  tx: Transaction,
  { event, notices, changes, last }: PublicationPlan,
  heldBack: readonly HeldBack[] = [],
): Promise<{ told: number }> {
  const held = new Set(heldBack.map((one) => `${one.personId} ${one.sessionId}`))
  const owed = notices.filter((notice) => !held.has(`${notice.personId} ${notice.sessionId}`))
  const speakers = await sendNotices(ctx, tx, { eventId: event.id, notices: owed, number: last + 1 })
  const attendees = await tellOwnAgendas({ eventId: event.id, changes })
  // What a larger room or a sign-up that opens again gives goes to those who wait.
  await fillSessionSeats(ctx, { eventId: event.id })
  return { told: speakers.told + attendees }
}
