import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { guestCategory, host, organization, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type Quota = Awaited<ReturnType<typeof listQuotas>>[number]

/** The places of every host of an event, hosts in their order: figures, and nobody's guests. */
export async function listQuotas(eventId: string) {
  return quotas().where(eq(quota.eventId, eventId)).orderBy(asc(host.position), asc(guestCategory.position))
}

/** One of this event, or refused. */
export async function getQuota(eventId: string, id: string): Promise<Quota> {
  const [found] = uuid.test(id) ? await quotas().where(and(eq(quota.eventId, eventId), eq(quota.id, id))) : []
  if (!found) throw new Refusal('quota-missing', 'missing')
  return found
}

function quotas() {
  return database()
    .select({
      ...getTableColumns(quota),
      organization: organization.name,
      organizationSlug: organization.slug,
      category: guestCategory.name,
      categoryCode: guestCategory.code,
    })
    .from(quota)
    .innerJoin(organization, eq(organization.id, quota.organizationId))
    .innerJoin(guestCategory, eq(guestCategory.id, quota.categoryId))
    .leftJoin(host, and(eq(host.eventId, quota.eventId), eq(host.organizationId, quota.organizationId)))
    .$dynamic()
}
