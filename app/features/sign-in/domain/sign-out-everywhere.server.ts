import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { signIn, signInCode } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Ends every sign-in of the account, in all browsers, and the codes that are still on their way. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'account') return
  await withTransaction(async (tx) => {
    await tx
      .update(signInCode)
      .set({ usedAt: ctx.now })
      .where(and(eq(signInCode.accountId, actor.accountId), isNull(signInCode.usedAt)))
    await tx.delete(signIn).where(eq(signIn.accountId, actor.accountId))
    await rightsChanged()
  })
}
