import { and, eq, gt, isNotNull, or } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { event, openingWish } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The wish behind a mailed link; null when the link is dead, or the wish fulfilled and forgotten. */
export async function findOpeningWish(ctx: Context, link: string) {
  const [found] = await database()
    .select({ wish: openingWish, event })
    .from(openingWish)
    .innerJoin(event, eq(event.id, openingWish.eventId))
    .where(isAlive(ctx, link))
  return found ?? null
}

/** Its owner confirms: from now on they are told, once. */
export async function confirmOpeningWish(ctx: Context, link: string): Promise<void> {
  const confirmed = await database()
    .update(openingWish)
    .set({ confirmedAt: ctx.now })
    .where(isAlive(ctx, link))
    .returning({ id: openingWish.id })
  if (confirmed.length === 0) throw new Refusal('opening-link-gone', 'state')
}

/** Its owner does not wish it any more, or never did. */
export async function forgetOpeningWish(link: string): Promise<void> {
  await database()
    .delete(openingWish)
    .where(eq(openingWish.tokenHash, hashToken(link)))
}

const isAlive = (ctx: Context, link: string) =>
  and(
    eq(openingWish.tokenHash, hashToken(link)),
    or(gt(openingWish.expiresAt, ctx.now), isNotNull(openingWish.confirmedAt)),
  )
