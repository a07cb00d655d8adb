import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { getQuota, type Quota } from './quotas.server.ts'

/** The hosts for whose guests the actor may write. */
export async function listSpokenFor(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'account') return []
  const rows = await database()
    .select({ id: member.organizationId })
    .from(member)
    .where(
      and(
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('registrations.manage')),
      ),
    )
  return rows.map(({ id }) => id)
}

/** The places of a host, for its own organizers: a neighbour's people are nobody's business, and their page is not there. */
export async function requireOwnQuota(ctx: Context, eventId: string, quotaId: string): Promise<Quota> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const found = await getQuota(eventId, quotaId)
  const isOwn = ctx.actor.kind === 'system' || (await listSpokenFor(ctx)).includes(found.organizationId)
  if (!isOwn) throw new Refusal('quota-missing', 'missing')
  return found
}
