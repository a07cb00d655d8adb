import { and, eq } from 'drizzle-orm'
import { star } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from './own-registration.server.ts'

/** Takes a session out of the attendee's own agenda. */
export async function unstarSession(token: string, sessionId: string): Promise<void> {
  const { id } = await getOwnRegistration(token)
  await withTransaction((tx) =>
    tx.delete(star).where(and(eq(star.registrationId, id), eq(star.sessionId, sessionId))),
  )
}
