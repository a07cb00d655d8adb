import { and, asc, eq, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { consentText, contact, list, organization, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** Who stands behind a link that was mailed to them, with every list they were ever on; null when they were erased. */
export async function findContactPage(contactId: string) {
  const [found] = await database()
    .select({
      id: contact.id,
      email: contact.email,
      locale: contact.locale,
      weeklyLimit: contact.weeklyLimit,
      organizationId: contact.organizationId,
      organization: organization.name,
    })
    .from(contact)
    .innerJoin(organization, eq(organization.id, contact.organizationId))
    .where(eq(contact.id, contactId))
  return found ? { ...found, listings: await listListings(contactId) } : null
}

export type ContactPage = NonNullable<Awaited<ReturnType<typeof findContactPage>>>
export type Listing = ContactPage['listings'][number]

/** The words that were agreed to, or, where nothing was yet, those that are to be. */
const agreed = sql<{ id: string; text: TranslatedText; version: number } | null>`(
  select jsonb_build_object('id', c.id, 'text', c.text, 'version', c.version) from ${consentText} c
  where c.list_id = ${list.id} and c.id = coalesce(${subscription.consentId}, c.id)
  order by c.version desc limit 1
)`

/** Where a contact stands with each list, the first that was joined first. */
export function listListings(contactId: string) {
  return database()
    .select({
      listId: list.id,
      slug: list.slug,
      title: list.title,
      isArchived: sql<boolean>`${list.archivedAt} is not null`,
      state: subscription.state,
      place: subscription.place,
      ground: subscription.ground,
      consent: agreed,
      consentLocale: subscription.consentLocale,
      askedAt: subscription.askedAt,
      mailedAt: subscription.mailedAt,
      resentAt: subscription.resentAt,
      confirmedAt: subscription.confirmedAt,
      leftAt: subscription.leftAt,
    })
    .from(subscription)
    .innerJoin(list, eq(list.id, subscription.listId))
    .where(eq(subscription.contactId, contactId))
    .orderBy(asc(subscription.createdAt), asc(list.id))
}

/** The one listing that a link to leave is about; null when there is none any more. */
export async function findListing({ contactId, listId }: { contactId: string; listId: string }) {
  const [found] = await database()
    .select({
      email: contact.email,
      locale: contact.locale,
      organization: organization.name,
      title: list.title,
      slug: list.slug,
      state: subscription.state,
    })
    .from(subscription)
    .innerJoin(contact, eq(contact.id, subscription.contactId))
    .innerJoin(organization, eq(organization.id, contact.organizationId))
    .innerJoin(list, eq(list.id, subscription.listId))
    .where(and(eq(subscription.contactId, contactId), eq(subscription.listId, listId)))
  return found ?? null
}
