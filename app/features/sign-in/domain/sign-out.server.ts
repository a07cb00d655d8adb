import { eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** Ends the sign-in of this browser. */
export async function signOut(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== 'account') return
  await database().delete(signIn).where(eq(signIn.id, ctx.actor.signInId))
  await rightsChanged()
}
