import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { BounceVerdict } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { bounce, outbox, pausedDomain, suppression } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type Consequence, consequenceOf, type PastMail, pauseLasts } from './consequences.ts'
import { domainOf } from './mail-fields.ts'

export type Said = { verdict: BounceVerdict; status: string; words: string }
type Counted = Said & { outboxId: string; inboundMailId?: string }
type Mail = {
  id: string
  eventId: string | null
  registrationId: string | null
  name: string
  email: string
  sentAt: Date | null
}

/**
 * Counts what became of a mail of ours, and does what follows: the address is no longer written to, or its domain
 * waits. The same mail counts once, however often and by whatever way it is told; what nobody understood gives way to what
 * somebody does. Answers whether it was new.
 */
export async function countBounce(
  ctx: Context,
  { outboxId, inboundMailId, ...said }: Counted,
): Promise<boolean> {
  return withTransaction(async (tx) => {
    const mail = await lockMail(tx, outboxId)
    if (!mail) return false
    // Three mails to one address may come back at once: the third must see the others.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`bounce ${mail.email}`}))`)
    const bounceId = await keep(ctx, tx, mail, said, inboundMailId)
    if (!bounceId) return false
    const consequence = consequenceOf(said.verdict, await listPast(ctx, tx, mail.email), ctx.now)
    await carryOut(ctx, tx, { mail, bounceId, consequence, words: said.words })
    return true
  })
}

async function lockMail(tx: Transaction, outboxId: string): Promise<Mail | undefined> {
  const [found] = await tx
    .select({
      id: outbox.id,
      eventId: outbox.eventId,
      registrationId: outbox.registrationId,
      name: outbox.recipientName,
      email: sql<string>`lower(${outbox.recipientEmail})`,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.id, outboxId))
    .for('update')
  return found
}

/** Keeps what was said of a mail; null when that is known already. */
async function keep(ctx: Context, tx: Transaction, mail: Mail, said: Said, inboundMailId?: string) {
  const { verdict } = said
  const isSame = verdict === 'complaint' ? eq(bounce.verdict, verdict) : ne(bounce.verdict, 'complaint')
  const [before] = await tx
    .select({ id: bounce.id, verdict: bounce.verdict })
    .from(bounce)
    .where(and(eq(bounce.outboxId, mail.id), isSame))
  const row = { ...said, ...(inboundMailId && { inboundMailId }), receivedAt: ctx.now }
  if (before) {
    if (before.verdict !== 'unclear' || verdict === 'unclear') return null
    await tx.update(bounce).set(row).where(eq(bounce.id, before.id))
    return before.id
  }
  const [made] = await tx
    .insert(bounce)
    .values({ ...row, outboxId: mail.id, recipient: mail.email })
    .returning({ id: bounce.id })
  return made?.id ?? null
}

/**
 * The mails to an address within a month, each with what became of it, in the order in which they were sent. What was
 * before somebody lifted its suppression counts no more.
 */
async function listPast(ctx: Context, tx: Transaction, email: string): Promise<PastMail[]> {
  const rows = await tx.execute<{ at: string; verdict: BounceVerdict | null }>(sql`
    select coalesce(o.sent_at, b.received_at) as at, b.verdict
    from outbox o left join bounce b on b.outbox_id = o.id
    where lower(o.recipient_email) = ${email} and o.created_at > ${ctx.now.toISOString()}::timestamptz - interval '31 days'
      and coalesce(o.sent_at, b.received_at) > coalesce(
        (select max(s.lifted_at) from suppression s where s.email = ${email} and s.scope = 'all'), '-infinity')`)
  return rows.map(({ at, verdict }) => ({ at: new Date(at), verdict }))
}

type Done = { mail: Mail; bounceId: string; consequence: Consequence; words: string }

async function carryOut(ctx: Context, tx: Transaction, { mail, bounceId, consequence, words }: Done) {
  if (consequence.kind === 'pause') return pause(ctx, tx, mail, words)
  if (consequence.kind === 'none') return
  const { scope, cause } = consequence
  // A late notice of a mail from before somebody lifted it knows nothing of what they know.
  const [lifted] = await tx
    .select({ id: suppression.id })
    .from(suppression)
    .where(
      and(
        eq(suppression.email, mail.email),
        eq(suppression.scope, scope),
        gt(suppression.liftedAt, mail.sentAt ?? ctx.now),
      ),
    )
  if (lifted) return
  const made = await tx
    .insert(suppression)
    .values({ email: mail.email, scope, cause, bounceId, outboxId: mail.id, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: suppression.id })
  if (made.length === 0) return
  await recordActivity(ctx, {
    verb: 'suppression.added',
    ...(mail.eventId && { eventId: mail.eventId }),
    subjectId: mail.registrationId ?? mail.id,
    subjectName: mail.name || mail.email,
    details: { scope, cause },
  })
}

async function pause(ctx: Context, tx: Transaction, mail: Mail, words: string) {
  const domain = domainOf(mail.email)
  const until = new Date(ctx.now.getTime() + pauseLasts)
  const again = { since: ctx.now, until, words, outboxId: mail.id }
  const paused = await tx
    .insert(pausedDomain)
    .values({ domain, ...again })
    .onConflictDoUpdate({
      target: pausedDomain.domain,
      targetWhere: sql`resumed_at is null`,
      set: again,
      setWhere: sql`${pausedDomain.until} <= ${ctx.now.toISOString()}::timestamptz`,
    })
    .returning({ id: pausedDomain.id })
  // One that waits already was told of.
  if (paused.length === 0) return
  await recordActivity(ctx, {
    verb: 'domain.paused',
    ...(mail.eventId && { eventId: mail.eventId }),
    subjectName: domain,
    details: { words },
  })
}
