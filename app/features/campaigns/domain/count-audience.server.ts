import { sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { Audience } from '#db/schema/audience.ts'
import { database } from '#db/transaction.server.ts'
import { isInAudience } from './audience-query.server.ts'

export type AudienceCount = {
  /** Addresses that would be written to, once each. */
  addresses: number
  byLocale: { vi: number; en: number }
  /** How often somebody stands on more than one of the lists: they are written to once. */
  repeated: number
  /** Asked to join one of the lists and not confirmed yet. */
  waiting: number
}

/** Whom a campaign would reach if it began now. Costs one pass over the contacts of its lists. */
export async function countAudience(
  ctx: Context,
  organizationId: string,
  audience: Audience,
): Promise<AudienceCount> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const lists = audience.lists.length > 0 ? audience.lists : [organizationId]
  const [[reached], [listed]] = await Promise.all([
    database().execute<{ vi: number; en: number }>(sql`
      select count(*) filter (where c.locale = 'vi')::int as vi, count(*) filter (where c.locale = 'en')::int as en
      from contact c where ${isInAudience(organizationId, audience)}`),
    database().execute<{ places: number; contacts: number; waiting: number }>(sql`
      select sum(confirmed)::int as places, count(*) filter (where confirmed > 0)::int as contacts,
        count(*) filter (where confirmed = 0 and waiting)::int as waiting
      from (
        select count(*) filter (where s.state = 'confirmed') as confirmed, bool_or(s.state = 'waiting') as waiting
        from subscription s join list l on l.id = s.list_id
        where s.list_id in ${lists} and l.organization_id = ${organizationId}
        group by s.contact_id
      ) each`),
  ])
  const { vi = 0, en = 0 } = reached ?? {}
  return {
    addresses: vi + en,
    byLocale: { vi, en },
    repeated: (listed?.places ?? 0) - (listed?.contacts ?? 0),
    waiting: listed?.waiting ?? 0,
  }
}
