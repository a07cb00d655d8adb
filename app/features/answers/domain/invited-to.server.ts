import { desc, eq, inArray, or, sql } from 'drizzle-orm'
import { isReplyToken } from '#app/features/mail/domain/reply-address.server.ts'
import { emailKey } from '#app/features/registration/domain/links/email-key.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, inboundMail, invitation, outbox, person, registration, session } from '#db/schema/index.ts'
import type { KnownInvitation } from './judge-answer.ts'

export type InvitedTo = KnownInvitation & {
  id: string
  uid: string
  eventId: string
  registrationId: string | null
}

type Named = { uid: string | null; from: string; token: string | null; answersTo: string[] }

/**
 * The invitation that a mail names by its UID; for a mail without a calendar file, the one whose reply address it came
 * to, if it answers a mail of that invitation or is from whom we know. Held still until the commit; null when there is none.
 */
export async function lockInvitation(
  tx: Transaction,
  { uid, from, token, answersTo }: Named,
): Promise<InvitedTo | null> {
  if (uid !== null) return uid.length > 255 ? null : lockWhere(tx, eq(invitation.uid, uid))
  if (token === null) return null
  const near = [...(await answered(tx, answersTo)), ...(await ownOf(tx, from))]
  const meant = near.find((one) => isReplyToken(one.uid, token))
  return meant ? lockWhere(tx, eq(invitation.uid, meant.uid)) : null
}

/** The invitations that mails of ours were about, by their Message-IDs: people also write from accounts we do not know. */
async function answered(tx: Transaction, messageIds: string[]) {
  if (messageIds.length === 0) return []
  return tx
    .select({ uid: invitation.uid })
    .from(outbox)
    .innerJoin(
      invitation,
      or(eq(invitation.id, outbox.invitationId), eq(invitation.registrationId, outbox.registrationId)),
    )
    .where(inArray(outbox.messageId, messageIds))
}

async function ownOf(tx: Transaction, from: string) {
  if (from === '') return []
  return tx
    .select({ uid: invitation.uid })
    .from(invitation)
    .leftJoin(registration, eq(registration.id, invitation.registrationId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .where(
      sql`${registration.emailKey} = ${from} or lower(${person.email}) = ${from}
        or lower(${person.assistantEmail}) = ${from}`,
    )
    .orderBy(desc(invitation.issuedAt))
    .limit(200)
}

/** The invitation of a mail that is held. */
export async function lockInvitationOf(tx: Transaction, mailId: string): Promise<InvitedTo | null> {
  const [held] = await tx
    .select({ id: inboundMail.invitationId })
    .from(inboundMail)
    .where(eq(inboundMail.id, mailId))
  return held?.id ? lockWhere(tx, eq(invitation.id, held.id)) : null
}

async function lockWhere(tx: Transaction, condition: ReturnType<typeof eq>): Promise<InvitedTo | null> {
  const [row] = await tx.select().from(invitation).where(condition).for('no key update')
  if (!row) return null
  const [about] = await tx
    .select({
      registrationEvent: registration.eventId,
      registrationEmail: registration.email,
      sessionEvent: session.eventId,
      assistant: person.assistantEmail,
      personEmail: person.email,
    })
    .from(event)
    .leftJoin(registration, sql`${registration.id} = ${row.registrationId}`)
    .leftJoin(session, sql`${session.id} = ${row.sessionId}`)
    .leftJoin(person, sql`${person.id} = ${row.personId}`)
    .where(sql`${event.id} = coalesce(${registration.eventId}, ${session.eventId})`)
  const eventId = about?.registrationEvent ?? about?.sessionEvent
  const email = row.email ?? about?.registrationEmail ?? about?.personEmail
  if (!about || !eventId || !email) return null
  return {
    id: row.id,
    uid: row.uid,
    eventId,
    registrationId: row.registrationId,
    sequence: row.sequence,
    isCancelled: row.cancelledAt !== null,
    address: emailKey(email),
    assistant: about.assistant ? emailKey(about.assistant) : null,
    answeredAt: row.answeredAt,
    answerSequence: row.answerSequence,
    answerStampedAt: row.answerStampedAt,
  }
}
