import { and, count, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { CalendarAnswer } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion, invitation, person, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Invitee, StoredInvitation } from './plan-notices.ts'

/** What the plan of notices is made from: what everybody was told, and whom the agenda and that concern. */
export async function getNoticeInput(
  eventId: string,
  agenda: PublishedAgenda | null,
): Promise<{ before: StoredInvitation[]; people: Invitee[] }> {
  const before = await listInvitations(eventId)
  const concerned = [
    ...before.map(({ personId }) => personId),
    ...(agenda?.sessions.flatMap((one) => one.appearances.map(({ personId }) => personId)) ?? []),
  ]
  return { before, people: await listInvitees(concerned) }
}

/** Every invitation of the event's speakers, also those that were taken back. */
export async function listInvitations(eventId: string) {
  const rows = await database()
    .select({
      id: invitation.id,
      personId: invitation.personId,
      sessionId: invitation.sessionId,
      uid: invitation.uid,
      sequence: invitation.sequence,
      issuedAt: invitation.issuedAt,
      cancelledAt: invitation.cancelledAt,
      answer: invitation.answer,
      answeredAt: invitation.answeredAt,
      answerWay: invitation.answerWay,
      answerNote: invitation.answerNote,
      email: invitation.email,
      sent: invitation.sent,
    })
    .from(invitation)
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .where(and(eq(session.eventId, eventId), isNotNull(invitation.personId)))
  return rows.flatMap((row) => {
    const { personId, sessionId } = row
    return personId && sessionId ? [{ ...row, personId, sessionId }] : []
  })
}

/** How many of the event's invitations stand at each answer; those taken back are none. */
export function countAnswers(eventId: string): Promise<{ answer: CalendarAnswer; count: number }[]> {
  return database()
    .select({ answer: invitation.answer, count: count() })
    .from(invitation)
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .where(and(eq(session.eventId, eventId), isNotNull(invitation.personId), isNull(invitation.cancelledAt)))
    .groupBy(invitation.answer)
}

/** These people, and those that their records were merged into. */
export async function listInvitees(personIds: string[]): Promise<Invitee[]> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return []
  const own = database().select({ id: person.keptId }).from(person).where(inArray(person.id, ids))
  return database()
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      assistantEmail: person.assistantEmail,
      keptId: person.keptId,
    })
    .from(person)
    .where(or(inArray(person.id, ids), inArray(person.id, own)))
}

/** What the newest version says, and who was held back when it was published. */
export async function findNewestVersion(eventId: string) {
  const [newest] = await database()
    .select({ number: agendaVersion.number, agenda: agendaVersion.agenda, heldBack: agendaVersion.heldBack })
    .from(agendaVersion)
    .where(eq(agendaVersion.eventId, eventId))
    .orderBy(desc(agendaVersion.number))
    .limit(1)
  return newest ?? null
}
