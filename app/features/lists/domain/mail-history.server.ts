import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { event, host, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const pageSize = 50

type Of = { email: string; organizationId: string }

/**
 * Every mail that an organization had sent to an address, the latest first, with what it was about: those of its lists,
 * and those of the events that it hosts. `before` is the moment from which a page goes on.
 */
export async function listMailsTo({ email, organizationId }: Of, before?: Date) {
  const hosted = sql`exists (
    select from ${host} h where h.event_id = ${outbox.eventId} and h.organization_id = ${organizationId}
  )`
  const rows = await database()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      locale: outbox.locale,
      subject: outbox.subject,
      sentAt: outbox.sentAt,
      createdAt: outbox.createdAt,
      isRegistered: sql<boolean>`${outbox.registrationId} is not null`,
      event: { slug: event.slug, title: event.title, publishedAt: event.publishedAt },
      lists: sql<{ title: TranslatedText }[] | null>`coalesce(${outbox.facts} -> 'listing' -> 'lists', (
        select jsonb_build_array(jsonb_build_object('title', l.title)) from list l
        where l.id = (${outbox.facts} -> 'campaign' ->> 'list')::uuid
      ))`,
    })
    .from(outbox)
    .leftJoin(event, eq(event.id, outbox.eventId))
    .where(
      and(
        sql`lower(${outbox.recipientEmail}) = lower(${email})`,
        eq(outbox.state, 'sent'),
        or(eq(outbox.organizationId, organizationId), hosted),
        before && lt(outbox.createdAt, before),
      ),
    )
    .orderBy(desc(outbox.createdAt), outbox.id)
    .limit(pageSize + 1)
  const mails = rows.slice(0, pageSize)
  return { mails, older: rows.length > pageSize ? (mails.at(-1)?.createdAt ?? null) : null }
}

export type PastMail = Awaited<ReturnType<typeof listMailsTo>>['mails'][number]
