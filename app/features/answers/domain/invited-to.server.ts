import { desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import {
  type LockedInvitation,
  lockInvitation,
} from '#app/features/invitations/domain/locked-invitation.server.ts'
import { isReplyToken } from '#app/features/mail/domain/reply-address.server.ts'
import { emailKey } from '#app/features/registration/domain/links/email-key.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitation, outbox, person, registration } from '#db/schema/index.ts'
import type { KnownInvitation } from './judge-answer.ts'

export type InvitedTo = KnownInvitation & { locked: LockedInvitation }

type Named = { uid: string | null; from: string; token: string | null; answersTo: string[] }

/**
 * The invitation that a mail names by its UID; for a mail without a calendar file, the one whose reply address it came
 * to, if it answers a mail of that invitation or is from whom we know. Held still until the commit; null when there is none.
 */
export async function lockInvited(
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
export async function lockInvitedById(tx: Transaction, invitationId: string): Promise<InvitedTo | null> {
  return lockWhere(tx, eq(invitation.id, invitationId))
}

async function lockWhere(tx: Transaction, condition: SQL): Promise<InvitedTo | null> {
  const locked = await lockInvitation(tx, condition)
  if (!locked?.email) return null
  const { stored, email, assistantEmail } = locked
  const { sequence, cancelledAt, answeredAt, answerSequence, answerStampedAt } = stored
  return {
    locked,
    sequence,
    isCancelled: cancelledAt !== null,
    address: emailKey(email),
    assistant: assistantEmail ? emailKey(assistantEmail) : null,
    answeredAt,
    answerSequence,
    answerStampedAt,
  }
}
