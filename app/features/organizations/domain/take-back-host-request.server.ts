import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { takeHostRequest } from './host-requests.server.ts'
import { getOrganizationById } from './organizations.server.ts'

/** The hosts ask no longer: the request is gone from the desk of those who were asked. */
export async function takeBackHostRequest(
  ctx: Context,
  { eventId, requestId }: { eventId: string; requestId: string },
): Promise<void> {
  await requireEventRight(ctx, 'hosts.edit', eventId)
  await withTransaction(async (tx) => {
    const { organizationId } = await takeHostRequest(tx, { id: requestId, eventId })
    const { name } = await getOrganizationById(organizationId)
    await recordActivity(ctx, {
      verb: 'host.request-taken-back',
      eventId,
      subjectId: organizationId,
      subjectName: textIn(name, 'vi'),
    })
  })
}
