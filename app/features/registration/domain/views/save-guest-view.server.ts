import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { guestView } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'
import { isMine } from './guest-views.server.ts'

type NewView = { eventId: string; name: string; query: string; isShared: boolean }
const most = 50

/** Saves a filter of the list under a name; one of the same name, and of the same readers, is replaced. */
export async function saveGuestView(
  ctx: Context,
  { eventId, name, query, isShared }: NewView,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  if (ctx.actor.kind !== 'account') throw new Refusal('sign-in-needed', 'rights')
  const { accountId } = ctx.actor
  await withTransaction(async (tx) => {
    await lockSeats({ id: eventId })
    const readers = isShared ? isNull(guestView.accountId) : isMine(ctx)
    await tx.delete(guestView).where(and(eq(guestView.eventId, eventId), eq(guestView.name, name), readers))
    if ((await tx.$count(guestView, and(eq(guestView.eventId, eventId), readers))) >= most) {
      throw new Refusal('views-too-many', 'state', { most: String(most) })
    }
    const owner = isShared ? null : accountId
    await tx.insert(guestView).values({ eventId, accountId: owner, name, query, createdAt: ctx.now })
  })
}
