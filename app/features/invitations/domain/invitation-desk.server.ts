import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { invitation, session } from '#db/schema/index.ts'
import { findNewestVersion, getNoticeInput } from './invitations.server.ts'
import { keptOf, type Notice, planNotices } from './plan-notices.ts'

/** Holds back every publication of this event until the transaction ends; of a cancelled one nobody is told anything. */
export async function lockEventForNotices(tx: Transaction, eventId: string): Promise<void> {
  const [event] = await tx.execute(sql`select cancelled_at from event where id = ${eventId} for update`)
  if (!event) throw new Refusal('event-missing', 'missing')
  if (event.cancelled_at) throw new Refusal('event-cancelled', 'state')
}

/** The invitation of a speaker of this event, locked; of another event's it knows nothing. */
export async function lockSpeakerInvitation(tx: Transaction, eventId: string, invitationId: string) {
  const [found] = await tx
    .select({ invitation })
    .from(invitation)
    .innerJoin(session, eq(session.id, invitation.sessionId))
    .where(and(eq(invitation.id, invitationId), eq(session.eventId, eventId)))
    .for('update', { of: invitation })
  const { personId, sessionId } = found?.invitation ?? {}
  if (!found || !personId || !sessionId) throw new Refusal('invitation-missing', 'missing')
  return { ...found.invitation, personId, sessionId }
}

/**
 * What the newest version owes this person about this session. With `anew`, an invitation that stands is taken as
 * one that ended, so that the person is asked once more.
 */
export async function owedNotice(
  eventId: string,
  {
    personId,
    sessionId,
    now,
    anew = false,
  }: { personId: string; sessionId: string; now: Date; anew?: boolean },
): Promise<Notice | undefined> {
  const newest = await findNewestVersion(eventId)
  const agenda = newest && onlySession(newest.agenda, sessionId)
  const { before, people } = await getNoticeInput(eventId, agenda)
  const byId = new Map(people.map((one) => [one.id, one]))
  const kept = keptOf(personId, byId)
  const mine = before
    .filter((one) => one.sessionId === sessionId && keptOf(one.personId, byId) === kept)
    .map((one) => (anew ? { ...one, cancelledAt: one.cancelledAt ?? new Date(0) } : one))
  return planNotices({ before: mine, agenda, people, now }).find((one) => one.personId === kept)
}

const onlySession = (agenda: PublishedAgenda, sessionId: string): PublishedAgenda => ({
  ...agenda,
  sessions: agenda.sessions.filter(({ id }) => id === sessionId),
})
