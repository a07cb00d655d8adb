import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { signInLasts } from '#app/shared/auth/sign-in-lasts.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { signIn, signInCode } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** The browser that signs in: how it names itself, and the token it still held from before. */
export type Browser = { name?: string | null; heldToken?: string | null }

/** Signs a browser in under a new token; the one it held, the account's other open codes and old sign-ins end. */
export async function startSignIn(ctx: Context, accountId: string, browser: Browser): Promise<string> {
  const token = randomToken()
  await withTransaction(async (tx) => {
    const held = browser.heldToken ? eq(signIn.tokenHash, hashToken(browser.heldToken)) : undefined
    await tx
      .delete(signIn)
      .where(or(held, and(eq(signIn.accountId, accountId), lt(signIn.expiresAt, ctx.now))))
    await rightsChanged()
    await tx
      .update(signInCode)
      .set({ usedAt: ctx.now })
      .where(and(eq(signInCode.accountId, accountId), isNull(signInCode.usedAt)))
    await tx.insert(signIn).values({
      accountId,
      tokenHash: hashToken(token),
      browser: browser.name?.slice(0, 200) ?? null,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + signInLasts),
    })
  })
  return token
}
