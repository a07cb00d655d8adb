import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { takeHostRequest } from './host-requests.server.ts'
import { tellOfHosting } from './hosting-mail.server.ts'
import { getOrganizationById } from './organizations.server.ts'

type Answered = { organizationId: string; requestId: string }

/** An admin of the asked organization says no; who asked is told, and sees nobody's name but the organization's. */
export async function declineHosting(ctx: Context, { organizationId, requestId }: Answered): Promise<void> {
  await requireOrganizationRight(ctx, 'hosts.edit', organizationId)
  await withTransaction(async (tx) => {
    const { eventId, askedById } = await takeHostRequest(tx, { id: requestId, organizationId })
    const { name } = await getOrganizationById(organizationId)
    await tellOfHosting(ctx, { what: 'declined', eventId, organizationId, askedById })
    // In the organization's name: its people are not named to those who asked.
    await recordActivity(
      { ...ctx, actor: { kind: 'system', name: textIn(name, 'vi') } },
      { verb: 'host.declined', eventId, subjectId: organizationId, subjectName: textIn(name, 'vi') },
    )
  })
}
