import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { hashCode, sameHash } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { signInCode } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { type Browser, startSignIn } from './start-sign-in.server.ts'

export const codeAttempts = 5

type Attempt = { pendingId: string; code: string; browser: Browser }

/** Signs in with the mailed code; answers with the browser's token. Every way to be wrong is refused alike. */
export async function signInWithCode(ctx: Context, { pendingId, code, browser }: Attempt): Promise<string> {
  await countAttempt(`sign-in:code:${ctx.source}`, { limit: 30, seconds: 600 })
  // Counted by a statement of its own, so that a refusal cannot roll the attempt back.
  const [tried] = await database()
    .update(signInCode)
    .set({ attempts: sql`${signInCode.attempts} + 1` })
    .where(and(isOpen(ctx, pendingId), lt(signInCode.attempts, codeAttempts)))
    .returning({ codeHash: signInCode.codeHash, accountId: signInCode.accountId })
  const right = sameHash(hashCode(code, pendingId), tried?.codeHash ?? '')
  if (!tried || !right) throw new Refusal('sign-in-code-wrong', 'invalid')
  return withTransaction(async (tx) => {
    const used = await tx
      .update(signInCode)
      .set({ usedAt: ctx.now })
      .where(isOpen(ctx, pendingId))
      .returning({ id: signInCode.id })
    if (used.length === 0) throw new Refusal('sign-in-code-wrong', 'invalid')
    return startSignIn(ctx, tried.accountId, browser)
  })
}

function isOpen(ctx: Context, pendingId: string) {
  return and(
    eq(signInCode.id, pendingId),
    eq(signInCode.purpose, 'sign-in'),
    isNull(signInCode.usedAt),
    gt(signInCode.expiresAt, ctx.now),
  )
}
