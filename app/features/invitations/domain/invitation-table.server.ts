import { asc, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { invitationAnswer } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type InvitationRow, invitationRows } from './invitation-rows.ts'
import { findNewestVersion, listInvitations, listInvitees } from './invitations.server.ts'

/** Who takes part in what, and what each has answered: three statements, however many. */
export async function getInvitationTable(
  eventId: string,
): Promise<{ rows: InvitationRow[]; version: number | null }> {
  const [newest, before] = await Promise.all([findNewestVersion(eventId), listInvitations(eventId)])
  const agenda = newest?.agenda ?? null
  const appearing = agenda?.sessions.flatMap((one) => one.appearances.map(({ personId }) => personId)) ?? []
  const people = await listInvitees([...appearing, ...before.map(({ personId }) => personId)])
  const rows = invitationRows({ agenda, before, people, heldBack: newest?.heldBack ?? [] })
  return { rows, version: newest?.number ?? null }
}

/** One row of that table with every answer that was ever given, the first one first. */
export async function getInvitation(eventId: string, invitationId: string) {
  const { rows } = await getInvitationTable(eventId)
  const row = rows.find((one) => one.invitationId === invitationId)
  if (!row) throw new Refusal('invitation-missing', 'missing')
  const answers = await database()
    .select()
    .from(invitationAnswer)
    .where(eq(invitationAnswer.invitationId, invitationId))
    .orderBy(asc(invitationAnswer.at))
  return { row, answers }
}
