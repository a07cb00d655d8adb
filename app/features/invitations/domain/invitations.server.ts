import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion, invitation, session } from '#db/schema/index.ts'
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

/** These people, and those that their records were merged into. */
export async function listInvitees(personIds: string[]): Promise<Invitee[]> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return []
  const rows = await database().execute(sql`
    with recursive concerned as (
      select id, merged_into_id from person
      where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      union
      select p.id, p.merged_into_id from person p join concerned c on p.id = c.merged_into_id
    )
    select p.id, p.name, p.email, p.locale, p.assistant_email as "assistantEmail", p.merged_into_id as "mergedIntoId"
    from concerned join person p using (id)`)
  return rows.map((row) => ({
    id: row.id as string,
    name: row.name as string,
    email: row.email as string | null,
    locale: row.locale as Locale,
    assistantEmail: row.assistantEmail as string | null,
    mergedIntoId: row.mergedIntoId as string | null,
  }))
}

/** What the newest version says, and who was held back when it was published. */
export async function findNewestVersion(eventId: string) {
  const [newest] = await database()
    .select({ number: agendaVersion.number, agenda: agendaVersion.agenda, heldBack: agendaVersion.heldBack })
    .from(agendaVersion)
    .where(eq(agendaVersion.eventId, eventId))
    .orderBy(sql`${agendaVersion.number} desc`)
    .limit(1)
  return newest ?? null
}
