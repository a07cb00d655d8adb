import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import { guestCategory, host, organization, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type Quota = Awaited<ReturnType<typeof listQuotas>>[number]

/** The places of every host of an event, hosts in their order: figures, and nobody's guests. */
export async function listQuotas(eventId: string) {
  return database()
    .select({ ...getTableColumns(quota), organization: organization.name, category: guestCategory.name })
    .from(quota)
    .innerJoin(organization, eq(organization.id, quota.organizationId))
    .innerJoin(guestCategory, eq(guestCategory.id, quota.categoryId))
    .leftJoin(host, and(eq(host.eventId, quota.eventId), eq(host.organizationId, quota.organizationId)))
    .where(eq(quota.eventId, eventId))
    .orderBy(asc(host.position), asc(guestCategory.position))
}
