import { eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { account } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The language of the actor's own pages and mails from now on. */
export async function changeLanguage(ctx: Context, locale: Locale): Promise<void> {
  if (ctx.actor.kind !== 'account') return
  await database().update(account).set({ locale }).where(eq(account.id, ctx.actor.accountId))
}
