import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { activity, contact } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { listListings } from './contact-page.server.ts'
import { listMailsTo } from './mail-history.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const verbs = ['contact.asked', 'contact.confirmed', 'contact.left', 'contact.preferences', 'contact.resent']

/** One contact of an organization, or refused. */
export async function getContact(ctx: Context, organizationId: string, contactId: string) {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const [found] = uuid.test(contactId)
    ? await database()
        .select({
          id: contact.id,
          email: contact.email,
          name: contact.name,
          locale: contact.locale,
          country: contact.country,
          weeklyLimit: contact.weeklyLimit,
          askedAt: contact.askedAt,
          createdAt: contact.createdAt,
        })
        .from(contact)
        .where(and(eq(contact.id, contactId), eq(contact.organizationId, organizationId)))
    : []
  if (!found) throw new Refusal('contact-missing', 'missing')
  return found
}

/** What is known of a contact: where each consent came from, what was done since, and what was sent. */
export async function getContactRecord(ctx: Context, organizationId: string, contactId: string) {
  const found = await getContact(ctx, organizationId, contactId)
  const [listings, steps, { mails }] = await Promise.all([
    listListings(contactId),
    database()
      .select({
        id: activity.id,
        verb: activity.verb,
        accountId: activity.accountId,
        actorName: activity.actorName,
        subjectName: activity.subjectName,
        details: activity.details,
        at: activity.at,
      })
      .from(activity)
      .where(and(eq(activity.subjectId, contactId), inArray(activity.verb, verbs)))
      .orderBy(asc(activity.id))
      .limit(200),
    listMailsTo({ email: found.email, organizationId }),
  ])
  return { contact: found, listings, steps, mails }
}
