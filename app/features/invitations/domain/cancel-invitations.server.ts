import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { getNoticeInput } from './invitations.server.ts'
import { planNotices } from './plan-notices.ts'
import { sendNotices } from './send-notices.server.ts'

/** The event will not take place: everybody whose invitation stands gets one CANCEL for each session. */
export async function cancelInvitations(
  ctx: Context,
  tx: Transaction,
  { eventId, reason }: { eventId: string; reason: string },
): Promise<{ told: number }> {
  const notices = planNotices({ ...(await getNoticeInput(eventId, null)), agenda: null, now: ctx.now })
  return sendNotices(ctx, tx, { eventId, notices, by: 'event', ...(reason && { reason }) })
}
