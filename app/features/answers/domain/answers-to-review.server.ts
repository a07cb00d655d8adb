import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { inboundMail, invitation, person, registration, session, timeProposal } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const most = 100

const about = {
  sessionId: session.id,
  session: session.title,
  address: sql<string>`lower(coalesce(${invitation.email}, ${registration.email}, ''))`,
  personName: person.name,
  guestName: registration.name,
}

/** The mails of an event that wait for somebody's decision, oldest first. For readers whose right was checked. */
export function listHeldMails(eventId: string) {
  return database()
    .select({ mail: inboundMail, ...about })
    .from(inboundMail)
    .leftJoin(invitation, eq(invitation.id, inboundMail.invitationId))
    .leftJoin(session, eq(session.id, invitation.sessionId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .leftJoin(registration, eq(registration.id, invitation.registrationId))
    .where(and(eq(inboundMail.eventId, eventId), eq(inboundMail.verdict, 'held')))
    .orderBy(inboundMail.receivedAt)
    .limit(most)
}

/** Other times that speakers proposed and nobody answered yet, oldest first. */
export function listOpenProposals(eventId: string) {
  return database()
    .select({
      id: timeProposal.id,
      startsAt: timeProposal.startsAt,
      endsAt: timeProposal.endsAt,
      note: timeProposal.note,
      way: timeProposal.way,
      createdAt: timeProposal.createdAt,
      sessionId: session.id,
      session: session.title,
      sessionStartsAt: session.startsAt,
      sessionEndsAt: session.endsAt,
      personName: person.name,
    })
    .from(timeProposal)
    .innerJoin(invitation, eq(invitation.id, timeProposal.invitationId))
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .innerJoin(person, eq(person.id, invitation.personId))
    .where(and(eq(session.eventId, eventId), eq(timeProposal.state, 'open')))
    .orderBy(timeProposal.createdAt)
    .limit(most)
}

/** The newest mails that were counted or passed over, so that nothing happens unseen. */
export function listRecentMails(eventId: string) {
  return database()
    .select({ mail: inboundMail, ...about })
    .from(inboundMail)
    .leftJoin(invitation, eq(invitation.id, inboundMail.invitationId))
    .leftJoin(session, eq(session.id, invitation.sessionId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .leftJoin(registration, eq(registration.id, invitation.registrationId))
    .where(and(eq(inboundMail.eventId, eventId), inArray(inboundMail.verdict, ['recorded', 'ignored'])))
    .orderBy(desc(inboundMail.receivedAt))
    .limit(20)
}
