import { and, eq, sql } from 'drizzle-orm'
import { writeAnswer } from '#app/features/invitations/domain/record-answer.server.ts'
import { isReplyToken } from '#app/features/mail/domain/reply-address.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { InboundVerdict } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { inboundMail, timeProposal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askWhetherSeatIsFree } from './ask-whether-seat-is-free.server.ts'
import type { InboundMail } from './inbound-mail.server.ts'
import { type InvitedTo, lockInvited } from './invited-to.server.ts'
import { type Judgement, judgeAnswer } from './judge-answer.ts'
import { keptOf } from './kept-mail.ts'
import { takeNotice } from './take-notice.server.ts'
import type { Transport } from './transport.ts'

export type Recorded = { verdict: InboundVerdict; reason: string; isRepeat: boolean }

/**
 * Takes a mail in, once: records the answer it holds, holds it for an organizer, or passes over it, and keeps what was
 * read of it. Safe to repeat and in any number of processes.
 */
export async function recordReply(
  ctx: Context,
  { mail, transport }: { mail: InboundMail; transport: Transport },
): Promise<Recorded> {
  return withTransaction(async (tx) => {
    // The same mail may come by two ways at once: the second waits here for the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`inbound ${mail.key}`}))`)
    const [before] = await tx.select().from(inboundMail).where(eq(inboundMail.messageKey, mail.key))
    if (before) return { verdict: before.verdict, reason: before.reason, isRepeat: true }
    const returned = await takeNotice(ctx, tx, { mail, transport })
    if (returned) return returned
    const token = tokenOf(mail)
    const known = await lockInvited(tx, {
      uid: mail.reply?.uid ?? null,
      from: mail.from,
      token,
      answersTo: mail.answersTo,
    })
    const hasToken = known !== null && token !== null && isReplyToken(known.locked.stored.uid, token)
    const judgement = judgeAnswer(mail, known, { hasToken, now: ctx.now })
    await carryOut(ctx, tx, judgement, known)
    const reason = judgement.verdict === 'recorded' ? judgement.kind : judgement.reason
    await tx.insert(inboundMail).values({
      messageKey: mail.key,
      transport,
      verdict: judgement.verdict,
      reason,
      receivedAt: ctx.now,
      eventId: known?.locked.eventId ?? null,
      invitationId: known?.locked.stored.id ?? null,
      fromAddress: mail.from,
      subject: mail.subject,
      reply: keptOf(mail),
    })
    return { verdict: judgement.verdict, reason, isRepeat: false }
  })
}

/** Does what a judgement says; also for one that an organizer accepted. */
export async function carryOut(
  ctx: Context,
  tx: Transaction,
  judgement: Judgement,
  known: InvitedTo | null,
): Promise<void> {
  if (judgement.verdict !== 'recorded' || !known) return
  const { way, note } = judgement
  const { locked, sequence } = known
  const { id: invitationId, registrationId } = locked.stored
  if (judgement.kind === 'proposal') {
    const { startsAt, endsAt } = judgement.slot
    const same = [
      eq(timeProposal.invitationId, invitationId),
      eq(timeProposal.startsAt, startsAt),
      eq(timeProposal.endsAt, endsAt),
      eq(timeProposal.state, 'open'),
    ]
    // Some calendars send it again with every save: one task is enough.
    if ((await tx.$count(timeProposal, and(...same))) > 0) return
    await tx.insert(timeProposal).values({ invitationId, startsAt, endsAt, note, way })
    return
  }
  const { answer, stampedAt } = judgement
  await writeAnswer(ctx, tx, locked, { answer, way, note, stamp: { sequence, stampedAt } })
  if (answer === 'declined' && registrationId) await askWhetherSeatIsFree(ctx, tx, registrationId)
}

/** The part behind the plus of the first address that has one. */
function tokenOf(mail: InboundMail): string | null {
  for (const address of mail.recipients) {
    const token = /\+([a-z2-7]{26})@/.exec(address)?.[1]
    if (token) return token
  }
  return null
}
