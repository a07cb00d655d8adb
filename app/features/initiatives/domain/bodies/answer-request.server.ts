import { getOrganizationById } from '#app/features/organizations/domain/organizations.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import {
  requireInitiativeRight,
  requireOrganizationRight,
} from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockInitiative } from '../editing/initiative-lock.server.ts'
import { takeBodyRequest } from './bodies.server.ts'
import { tellOfCarrying } from './carrying-mail.server.ts'
import { seatBody } from './seat-body.server.ts'

type Answered = { organizationId: string; requestId: string }

/** An admin of the asked body says yes: from now on it is an equal of the others. Answers the initiative's id. */
export async function acceptInitiative(
  ctx: Context,
  { organizationId, requestId }: Answered,
): Promise<string> {
  await requireOrganizationRight(ctx, 'initiative.bodies', organizationId)
  return withTransaction(async (tx) => {
    const { initiativeId, askedById } = await takeBodyRequest(tx, { id: requestId, organizationId })
    await seatBody(ctx, tx, { initiativeId, organizationId })
    const initiative = await lockInitiative(tx, initiativeId)
    await tellOfCarrying(ctx, { what: 'accepted', initiative, organizationId, askedById })
    return initiativeId
  })
}

/** An admin of the asked body says no; who asked is told, and reads the body's name and nobody else's. */
export async function declineInitiative(
  ctx: Context,
  { organizationId, requestId }: Answered,
): Promise<void> {
  await requireOrganizationRight(ctx, 'initiative.bodies', organizationId)
  await withTransaction(async (tx) => {
    const { initiativeId, askedById } = await takeBodyRequest(tx, { id: requestId, organizationId })
    const initiative = await lockInitiative(tx, initiativeId)
    await tellOfCarrying(ctx, { what: 'declined', initiative, organizationId, askedById })
    const { name } = await getOrganizationById(organizationId)
    const subjectName = textIn(name, 'vi')
    await recordActivity(
      { ...ctx, actor: { kind: 'system', name: subjectName } },
      { verb: 'body.declined', initiativeId, subjectId: organizationId, subjectName },
    )
  })
}

/** The bodies ask no longer: the request is gone from the desk of those who were asked. */
export async function takeBackBodyRequest(
  ctx: Context,
  { initiativeId, requestId }: { initiativeId: string; requestId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.bodies', initiativeId)
  await withTransaction(async (tx) => {
    const { organizationId } = await takeBodyRequest(tx, { id: requestId, initiativeId })
    const { name } = await getOrganizationById(organizationId)
    await recordActivity(ctx, {
      verb: 'body.request-taken-back',
      initiativeId,
      subjectId: organizationId,
      subjectName: textIn(name, ctx.locale),
    })
  })
}
