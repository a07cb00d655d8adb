import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { takeHostRequest } from './host-requests.server.ts'
import { tellOfHosting } from './hosting-mail.server.ts'
import { seatHost } from './seat-host.server.ts'

type Answered = { organizationId: string; requestId: string }

/** An admin of the asked organization says yes: from now on it is an equal of the other hosts. */
export async function acceptHosting(ctx: Context, { organizationId, requestId }: Answered): Promise<void> {
  await requireOrganizationRight(ctx, 'hosts.edit', organizationId)
  await withTransaction(async (tx) => {
    const { eventId, askedById } = await takeHostRequest(tx, { id: requestId, organizationId })
    await seatHost(ctx, tx, { eventId, organizationId })
    await tellOfHosting(ctx, { what: 'accepted', eventId, organizationId, askedById })
  })
}
