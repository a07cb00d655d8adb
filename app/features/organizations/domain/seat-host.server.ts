import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { host } from '#db/schema/index.ts'
import { lockHosts } from './lock-hosts.server.ts'
import { getOrganizationById } from './organizations.server.ts'

export type NewHost = { eventId: string; organizationId: string }

/** Seats an organization beside the hosts, as an equal. Asks for no right: the caller has its word. */
export async function seatHost(
  ctx: Context,
  tx: Transaction,
  { eventId, organizationId }: NewHost,
): Promise<void> {
  const hosts = await lockHosts(tx, eventId)
  if (hosts.some((each) => each.organizationId === organizationId)) {
    throw new Refusal('host-already', 'state')
  }
  const added = await getOrganizationById(organizationId)
  const position = Math.max(0, ...hosts.map((each) => each.position)) + 1
  await tx.insert(host).values({ eventId, organizationId, position })
  await recordActivity(ctx, {
    verb: 'host.joined',
    eventId,
    subjectId: organizationId,
    subjectName: textIn(added.name, 'vi'),
  })
  await pageChanged(pageTag.event(eventId), pageTag.home)
}
