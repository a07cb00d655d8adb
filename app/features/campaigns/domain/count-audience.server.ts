import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import type { Audience } from '#db/schema/audience.ts'
import { list, listCount } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
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

/** Whom a campaign would reach if it began now. Costs one pass over the contacts of the organization. */
export async function countAudience(
  ctx: Context,
  organizationId: string,
  audience: Audience,
): Promise<AudienceCount> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    // Both sides lie in the order of their indexes; processes beside would hash a million rows instead, and spill them.
    await tx.execute(sql`set local max_parallel_workers_per_gather = 0`)
    const lists = await ownLists(tx, organizationId, audience.lists)
    const [reached] = await tx.execute<{ vi: number; en: number }>(sql`
      select count(*) filter (where c.locale = 'vi')::int as vi, count(*) filter (where c.locale = 'en')::int as en
      from contact c where ${isInAudience(organizationId, { ...audience, lists })}`)
    const { vi = 0, en = 0 } = reached ?? {}
    return { addresses: vi + en, byLocale: { vi, en }, ...(await countListed(tx, lists)) }
  })
}

async function ownLists(tx: Transaction, organizationId: string, wanted: string[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const found = await tx
    .select({ id: list.id })
    .from(list)
    .where(and(eq(list.organizationId, organizationId), inArray(list.id, wanted)))
  return found.map(({ id }) => id)
}

/** Of one list its own figures tell; only who stands on several must be looked for. */
async function countListed(tx: Transaction, lists: string[]) {
  if (lists.length === 0) return { repeated: 0, waiting: 0 }
  const [kept] = await tx
    .select({
      places: sql<number>`coalesce(sum(${listCount.confirmed}), 0)::int`,
      waiting: sql<number>`coalesce(sum(${listCount.waiting}), 0)::int`,
    })
    .from(listCount)
    .where(inArray(listCount.listId, lists))
  const { places = 0, waiting = 0 } = kept ?? {}
  if (lists.length === 1) return { repeated: 0, waiting }
  const [several] = await tx.execute<{ contacts: number; waiting: number }>(sql`
    select
      (select count(*) from (
        select from subscription s where s.state = 'confirmed' and s.list_id in ${lists} group by s.contact_id
      ) each)::int as contacts,
      (select count(distinct s.contact_id) from subscription s
        where s.state = 'waiting' and s.list_id in ${lists} and not exists (
          select from subscription o
          where o.contact_id = s.contact_id and o.state = 'confirmed' and o.list_id in ${lists}
        ))::int as waiting`)
  return { repeated: places - (several?.contacts ?? 0), waiting: several?.waiting ?? 0 }
}
