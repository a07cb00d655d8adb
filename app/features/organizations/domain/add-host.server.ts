import { eq, max } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/http/page-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { host } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockHosts } from './lock-hosts.server.ts'
import { getOrganizationById } from './organizations.server.ts'

/** Asks another organization to host the event; from now on it is an equal of those that were there. */
export async function addHost(
  ctx: Context,
  {
    eventId,
    organizationId,
    guestQuota,
  }: { eventId: string; organizationId: string; guestQuota?: number | null },
): Promise<void> {
  await requireEventRight(ctx, 'hosts.edit', eventId)
  await withTransaction(async (tx) => {
    const hosts = await lockHosts(tx, eventId)
    if (hosts.some((each) => each.organizationId === organizationId))
      throw new Refusal('host-already', 'state')
    const added = await getOrganizationById(organizationId)
    const [last] = await tx
      .select({ position: max(host.position) })
      .from(host)
      .where(eq(host.eventId, eventId))
    const position = (last?.position ?? 0) + 1
    await tx.insert(host).values({ eventId, organizationId, position, guestQuota: guestQuota ?? null })
    await recordActivity(ctx, {
      verb: 'host.added',
      eventId,
      subjectId: organizationId,
      subjectName: textIn(added.name, 'vi'),
    })
    await pageChanged(pageTag.event(eventId), pageTag.home)
  })
}
