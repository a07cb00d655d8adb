import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { invitation, person, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Speaking } from './speaking-by-token.server.ts'

/** The invitation of this speaker to a session of the event; refuses (404) when there is none that stands. */
export async function getStandingInvitation({ event, personId }: Speaking, sessionId: string) {
  const [found] = await database()
    .select({ invitation, session })
    .from(invitation)
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .innerJoin(person, eq(person.id, invitation.personId))
    .where(
      and(
        eq(session.id, sessionId),
        eq(session.eventId, event.id),
        eq(person.keptId, personId),
        isNull(invitation.cancelledAt),
      ),
    )
  if (!found) throw new Refusal('invitation-missing', 'missing')
  return found
}
