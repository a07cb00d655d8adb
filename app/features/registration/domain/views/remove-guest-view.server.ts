import { and, eq, isNull, or } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { guestView } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { isMine } from './guest-views.server.ts'

/** Lets a saved filter go: one's own, or one of all organizers. Removing what is gone does nothing. */
export async function removeGuestView(
  ctx: Context,
  { eventId, viewId }: { eventId: string; viewId: string },
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const allowed = or(isNull(guestView.accountId), isMine(ctx))
  await withTransaction((tx) =>
    tx.delete(guestView).where(and(eq(guestView.id, viewId), eq(guestView.eventId, eventId), allowed)),
  )
}
