import { and, eq, gt, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { host, quota } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { tellOfHosting } from './hosting-mail.server.ts'
import { lockHosts } from './lock-hosts.server.ts'
import { getOrganizationById, isAdminOf } from './organizations.server.ts'

/** An organization leaves the event by its own admin. No host can remove another, and the last one stays. */
export async function withdrawHost(
  ctx: Context,
  { eventId, organizationId }: { eventId: string; organizationId: string },
): Promise<void> {
  await requireEventRight(ctx, 'hosts.edit', eventId)
  if (!(await isAdminOf(ctx, organizationId))) throw new Refusal('host-equal', 'rights')
  await withTransaction(async (tx) => {
    const hosts = await lockHosts(tx, eventId)
    if (!hosts.some((each) => each.organizationId === organizationId))
      throw new Refusal('host-missing', 'missing')
    if ((await tx.$count(quota, kept(eventId, organizationId))) > 0)
      throw new Refusal('host-has-places', 'state')
    if (hosts.length === 1) throw new Refusal('last-host', 'state')
    // Before it is gone: the mail names the hosts as they were.
    await tellOfHosting(ctx, { what: 'withdrawn', eventId, organizationId })
    const leaving = await getOrganizationById(organizationId)
    await tx.delete(host).where(and(eq(host.eventId, eventId), eq(host.organizationId, organizationId)))
    await rightsChanged()
    await recordActivity(ctx, {
      verb: 'host.withdrawn',
      eventId,
      subjectId: organizationId,
      subjectName: textIn(leaving.name, 'vi'),
    })
    await pageChanged(pageTag.event(eventId), pageTag.home)
  })
}

/** Places that its guests may still take: they go back to all before it leaves. */
function kept(eventId: string, organizationId: string) {
  const own = and(eq(quota.eventId, eventId), eq(quota.organizationId, organizationId))
  return and(own, isNull(quota.releasedAt), gt(quota.reserved, 0))
}
