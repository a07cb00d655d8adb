import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { bounce, event, inboundMail, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isNobodysReader, isOwnMail, isOwnReader } from './own-mail.server.ts'

const shownFor = 60 * 24 * 3_600_000

/**
 * Reports that changed nothing, newest first: those that nobody understood, and those that name no mail of ours. Of
 * whom nobody here knows, everybody who may read the outbox is told.
 */
export async function listUnprovenReports(ctx: Context, organizationId: string) {
  await requireOrganizationRight(ctx, 'outbox.read', organizationId)
  const email = sql`${bounce.recipient}`
  const isUnproven = and(
    isNull(bounce.outboxId),
    or(isOwnReader(organizationId, email), isNobodysReader(email)),
  )
  const isUnclear = and(
    isNotNull(bounce.outboxId),
    eq(bounce.verdict, 'unclear'),
    isOwnMail(organizationId, sql`${bounce.outboxId}`),
  )
  return database()
    .select({
      id: bounce.id,
      recipient: bounce.recipient,
      verdict: bounce.verdict,
      words: bounce.words,
      receivedAt: bounce.receivedAt,
      from: sql<string>`coalesce(${inboundMail.fromAddress}, '')`,
      subject: sql<string>`coalesce(${inboundMail.subject}, '')`,
      mailId: bounce.outboxId,
      eventSlug: event.slug,
    })
    .from(bounce)
    .leftJoin(inboundMail, eq(inboundMail.id, bounce.inboundMailId))
    .leftJoin(outbox, eq(outbox.id, bounce.outboxId))
    .leftJoin(event, eq(event.id, outbox.eventId))
    .where(and(or(isUnproven, isUnclear), gt(bounce.receivedAt, new Date(ctx.now.getTime() - shownFor))))
    .orderBy(desc(bounce.receivedAt), bounce.id)
    .limit(50)
}
