import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { guestView } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The saved filters of an event's list that a reader sees: everybody's, and their own. */
export async function listGuestViews(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'registrations.read', eventId)
  return database()
    .select({
      id: guestView.id,
      name: guestView.name,
      query: guestView.query,
      isOwn: sql<boolean>`${guestView.accountId} is not null`,
    })
    .from(guestView)
    .where(and(eq(guestView.eventId, eventId), or(isNull(guestView.accountId), isMine(ctx))))
    .orderBy(asc(sql`${guestView.name} collate "vi-x-icu"`))
}

/** Whose own a filter is; nobody's for whoever has no account. */
export function isMine(ctx: Context) {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  return sql`${guestView.accountId} = ${accountId}::uuid`
}
