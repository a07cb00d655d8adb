import { and, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { session, star } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from './own-registration.server.ts'
import { isPublished } from './published-session.server.ts'

/** Marks a session for the attendee's own agenda; twice is once. */
export async function starSession(token: string, sessionId: string): Promise<void> {
  const { id: registrationId, eventId } = await getOwnRegistration(token)
  await withTransaction(async (tx) => {
    const [own] = await tx
      .select({ id: session.id })
      .from(session)
      .where(and(eq(session.id, sessionId), isPublished(eventId, sessionId)))
    if (!own) throw new Refusal('session-missing', 'missing')
    await tx.insert(star).values({ registrationId, sessionId }).onConflictDoNothing()
  })
}
