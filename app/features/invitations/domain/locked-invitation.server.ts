import { eq, type SQL } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { invitation, person, registration, session } from '#db/schema/index.ts'

/** An invitation that is held still until the commit, with whose it is: an attendee's or a speaker's. */
export type LockedInvitation = {
  stored: typeof invitation.$inferSelect
  eventId: string
  subjectId: string
  subjectName: string
  /** Where it went, or where mail to them goes today. */
  email: string | null
  assistantEmail: string | null
}

/** Locks the invitation that a condition names: one statement. Null when there is none. */
export async function lockInvitation(
  tx: Transaction,
  condition: SQL | undefined,
): Promise<LockedInvitation | null> {
  const [found] = await tx
    .select({
      stored: invitation,
      eventOfSession: session.eventId,
      speaker: {
        id: person.id,
        name: person.name,
        email: person.email,
        assistantEmail: person.assistantEmail,
      },
      attendee: {
        id: registration.id,
        name: registration.name,
        email: registration.email,
        eventId: registration.eventId,
      },
    })
    .from(invitation)
    .leftJoin(session, eq(session.id, invitation.sessionId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .leftJoin(registration, eq(registration.id, invitation.registrationId))
    .where(condition)
    .for('no key update', { of: invitation })
  if (!found) return null
  const { stored, eventOfSession, speaker, attendee } = found
  const whose = speaker ?? attendee
  const eventId = eventOfSession ?? attendee?.eventId
  if (!whose || !eventId) return null
  return {
    stored,
    eventId,
    subjectId: whose.id,
    subjectName: whose.name,
    email: stored.email ?? whose.email,
    assistantEmail: speaker?.assistantEmail ?? null,
  }
}
