import { and, eq } from 'drizzle-orm'
import { countBounce, type Said } from '#app/features/bounces/domain/count-bounce.server.ts'
import type { Bounce } from '#app/features/bounces/domain/read-bounce.ts'
import { saidOf } from '#app/features/bounces/domain/said-of.ts'
import { returnedMark } from '#app/features/mail/domain/sending/failures.ts'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { bounce as bounces, inboundMail, outbox } from '#db/schema/index.ts'
import type { InboundMail } from './inbound-mail.server.ts'
import { keptOf } from './kept-mail.ts'
import type { Recorded } from './record-reply.server.ts'
import type { Transport } from './transport.ts'

/**
 * Takes a notice about a mail of ours: its row says that it came back, and what follows for its reader is done. What
 * names none of ours by an address or a Message-ID that only its hosts and its reader know is kept to be shown, and
 * changes nothing. Null for any other mail, and while a mail may still arrive.
 */
export async function takeNotice(
  ctx: Context,
  tx: Transaction,
  { mail, transport }: { mail: InboundMail; transport: Transport },
): Promise<Recorded | null> {
  const { bounce } = mail
  if (!bounce) return null
  const own = await findOwn(tx, mail, bounce)
  const said = saidOf(bounce, own?.email ?? null)
  if (said.length === 0) return null
  const reason = own ? (bounce.kind === 'complaint' ? 'complaint' : 'returned') : 'returned-unproven'
  const [kept] = await tx
    .insert(inboundMail)
    .values({
      messageKey: mail.key,
      transport,
      verdict: 'ignored',
      reason,
      receivedAt: ctx.now,
      eventId: own?.eventId ?? null,
      fromAddress: mail.from,
      subject: mail.subject,
      reply: keptOf(mail),
    })
    .returning({ id: inboundMail.id })
  if (!kept) throw new Error('A mail was not kept')
  const [first] = said
  if (own && first) await noteReturned(ctx, tx, { outboxId: own.id, inboundMailId: kept.id, ...first })
  else
    await tx
      .insert(bounces)
      .values(said.map((one) => ({ ...one, inboundMailId: kept.id, receivedAt: ctx.now })))
      .onConflictDoNothing()
  return { verdict: 'ignored', reason, isRepeat: false }
}

async function findOwn(tx: Transaction, { returnedMailId }: InboundMail, { messageId }: Bounce) {
  const mark = returnedMailId
    ? eq(outbox.id, returnedMailId)
    : messageId
      ? eq(outbox.messageId, messageId)
      : null
  if (!mark) return null
  const [found] = await tx
    .select({ id: outbox.id, eventId: outbox.eventId, email: outbox.recipientEmail })
    .from(outbox)
    .where(mark)
  return found ?? null
}

/** A mail that came back is not sent: its row says so, with what the other host said. Who complains has the mail. */
async function noteReturned(
  ctx: Context,
  tx: Transaction,
  { verdict, status, words, ...of }: Said & { outboxId: string; inboundMailId: string },
) {
  if (verdict !== 'complaint')
    await tx
      .update(outbox)
      .set({ state: 'failed', lastError: `${returnedMark} ${words}` })
      .where(and(eq(outbox.id, of.outboxId), eq(outbox.state, 'sent')))
  await countBounce(ctx, { ...of, verdict, status, words })
}
