import { and, eq } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { emailKey } from './email-key.ts'
import { remindQuietly } from './remind-of-link.server.ts'

/**
 * Mails the personal link to an address that is registered at an event. Whoever asks learns nothing: the answer is the
 * same for an address that is not, and for one that was written to often enough.
 */
export async function findRegistration(ctx: Context, eventId: string, email: string): Promise<void> {
  await countAttempt(`find:${ctx.source}`, { limit: 60, seconds: 600 })
  const [found] = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), eq(registration.emailKey, emailKey(email))))
  if (found) await remindQuietly(ctx, eventId, found.id)
}
