import { sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockHosts } from './lock-hosts.server.ts'

/** Puts the hosts' names into this order. */
export async function arrangeHosts(
  ctx: Context,
  { eventId, order }: { eventId: string; order: string[] },
): Promise<void> {
  await requireEventRight(ctx, 'hosts.edit', eventId)
  await withTransaction(async (tx) => {
    const hosts = await lockHosts(tx, eventId)
    const known = new Set(hosts.map((each) => each.organizationId))
    const complete = order.length === hosts.length && order.every((id) => known.delete(id))
    if (!complete) throw new Refusal('hosts-changed', 'state')
    const rows = sql.join(
      order.map((organizationId, index) => sql`(${organizationId}::uuid, ${index + 1}::int)`),
      sql`, `,
    )
    // Through negative places, since the unique order is checked row by row.
    await tx.execute(sql`
      update host set position = -place.position
      from (values ${rows}) as place (organization_id, position)
      where host.event_id = ${eventId} and host.organization_id = place.organization_id`)
    await tx.execute(sql`update host set position = -position where event_id = ${eventId}`)
    await recordActivity(ctx, { verb: 'host.arranged', eventId, subjectId: eventId })
    await pageChanged(pageTag.event(eventId), pageTag.home)
  })
}
