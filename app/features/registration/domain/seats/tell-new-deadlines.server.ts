import { sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'

type Held = { id: string; name: string; email: string; locale: Locale; deadline: string }

/**
 * Sends an offer again to whoever was told another deadline than it has now, since the event moved. One that has ended
 * is left to the clock's next minute, which tells that.
 */
export async function tellNewDeadlines(ctx: Context, eventId: string): Promise<void> {
  await withTransaction(async (tx) => {
    const held = await tx.execute<Held>(sql`
      select r.id, r.name, r.email, r.locale,
        to_char(r.offer_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as deadline
      from registration r
      where r.event_id = ${eventId} and r.state = 'offered' and not r.address_asked and r.offer_expires_at > ${ctx.now.toISOString()}
        and r.offer_expires_at is distinct from (
          select (o.facts ->> 'deadline')::timestamptz from outbox o
          where o.registration_id = r.id and o.kind = 'offered' order by o.created_at desc limit 1)
      order by r.id`)
    await queueMail(
      ...held.map(({ id, name, email, locale, deadline }) => ({
        kind: 'offered' as const,
        eventId,
        registrationId: id,
        locale,
        recipientName: name,
        recipientEmail: email,
        facts: { deadline },
      })),
    )
  })
}
