import { and, eq, gt, isNull } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { account, signInCode } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { type Browser, startSignIn } from './start-sign-in.server.ts'

/** Whose link this is while it is good. Looking uses nothing up: mail scanners look at every link. */
export async function findSignInLink(ctx: Context, secret: string): Promise<{ name: string } | null> {
  const [open] = await database()
    .select({ name: account.name })
    .from(signInCode)
    .innerJoin(account, eq(account.id, signInCode.accountId))
    .where(isOpen(ctx, secret))
  return open ?? null
}

/** Signs in with the mailed or printed link; answers with the browser's token. Good once. */
export async function signInWithLink(ctx: Context, secret: string, browser: Browser): Promise<string> {
  await countAttempt(`sign-in:link:${ctx.source}`, { limit: 30, seconds: 600 })
  return withTransaction(async (tx) => {
    const [used] = await tx
      .update(signInCode)
      .set({ usedAt: ctx.now })
      .where(isOpen(ctx, secret))
      .returning({ accountId: signInCode.accountId, purpose: signInCode.purpose })
    if (!used) throw new Refusal('sign-in-link-gone', 'state')
    // Every process that started has printed one: they end together.
    if (used.purpose === 'first-sign-in') {
      await tx.delete(signInCode).where(and(eq(signInCode.purpose, used.purpose), isNull(signInCode.usedAt)))
    }
    return startSignIn(ctx, used.accountId, browser)
  })
}

function isOpen(ctx: Context, secret: string) {
  return and(
    eq(signInCode.linkHash, hashToken(secret)),
    isNull(signInCode.usedAt),
    gt(signInCode.expiresAt, ctx.now),
  )
}
