import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { hostRequest } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { tellOfHosting } from './hosting-mail.server.ts'
import { lockHosts } from './lock-hosts.server.ts'
import { getOrganizationById, isAdminOf } from './organizations.server.ts'
import { type NewHost, seatHost } from './seat-host.server.ts'

/**
 * Asks another organization to host the event: its admins are told by mail, and nothing else happens until one of them
 * accepts. Who is its admin too has given its word by asking.
 */
export async function askHost(ctx: Context, input: NewHost): Promise<void> {
  const { eventId, organizationId } = input
  await requireEventRight(ctx, 'hosts.edit', eventId)
  // Nobody is asked again and again who said no, or has not answered.
  await countAttempt(`host-request:${eventId}:${organizationId}`, { limit: 3, seconds: 7 * 24 * 3600 })
  await withTransaction(async (tx) => {
    if (await isAdminOf(ctx, organizationId)) return seatHost(ctx, tx, input)
    const hosts = await lockHosts(tx, eventId)
    if (hosts.some((each) => each.organizationId === organizationId)) {
      throw new Refusal('host-already', 'state')
    }
    const asked = await getOrganizationById(organizationId)
    const askedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const [made] = await tx
      .insert(hostRequest)
      .values({ eventId, organizationId, askedById, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: hostRequest.id })
    if (!made) throw new Refusal('host-asked-already', 'state')
    await tellOfHosting(ctx, { what: 'asked', eventId, organizationId })
    await recordActivity(ctx, {
      verb: 'host.asked',
      eventId,
      subjectId: organizationId,
      subjectName: textIn(asked.name, 'vi'),
    })
  })
}
