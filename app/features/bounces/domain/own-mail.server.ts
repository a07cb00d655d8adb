import { type SQL, sql } from 'drizzle-orm'

/** Whether `o` is of an event that the organization hosts, or its own where it is about no event. */
export const isOwnRow = (organizationId: string) => sql`(
  o.organization_id = ${organizationId}
  or exists (select from host h where h.event_id = o.event_id and h.organization_id = ${organizationId})
)`

/** Whether a mail is one of the organization's; `outboxId` is a column. */
export function isOwnMail(organizationId: string, outboxId: SQL): SQL<boolean> {
  return sql<boolean>`exists (
    select from outbox o where o.id = ${outboxId} and ${isOwnRow(organizationId)}
  )`
}

/**
 * Whether an address, in lower case, is one of those that the organization wrote to, or of its own guests and contacts: what is said
 * of others is nothing for its eyes. `email` is a column.
 */
export function isOwnReader(organizationId: string, email: SQL): SQL<boolean> {
  return sql<boolean>`(
    exists (
      select from outbox o where lower(o.recipient_email) = ${email} and ${isOwnRow(organizationId)}
    ) or exists (
      select from host h join registration r on r.event_id = h.event_id and r.email_key = ${email}
      where h.organization_id = ${organizationId}
    ) or exists (
      select from contact c where lower(c.email) = ${email} and c.organization_id = ${organizationId}
    )
  )`
}

/** Whether an address, in lower case, is known to nobody here: what is said of it is about nobody's reader. */
export function isNobodysReader(email: SQL): SQL<boolean> {
  return sql<boolean>`not exists (select from outbox o where lower(o.recipient_email) = ${email})
    and not exists (select from registration r where r.email_key = ${email})
    and not exists (select from contact c where lower(c.email) = ${email})
    and not exists (select from person p where lower(p.email) = ${email})
    and not exists (select from account a where lower(a.email) = ${email})`
}
