import { getOrganizationById, isAdminOf } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiativeRequest } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { bodiesOf, lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'
import { tellOfCarrying } from './carrying-mail.server.ts'
import { seatBody } from './seat-body.server.ts'

type Asked = { initiativeId: string; organizationId: string }

/**
 * Asks another body to carry the initiative: its admins are told by mail; until one of them accepts it has no part in it,
 * and nobody of it sees more than that it is asked. Who is its admin too has given its word by asking.
 */
export async function askBody(ctx: Context, input: Asked): Promise<void> {
  const { initiativeId, organizationId } = input
  await requireInitiativeRight(ctx, 'initiative.bodies', initiativeId)
  // Nobody is asked again and again who said no, or has not answered.
  await countAttempt(`initiative-request:${initiativeId}:${organizationId}`, {
    limit: 3,
    seconds: 7 * 24 * 3600,
  })
  await withTransaction(async (tx) => {
    if (await isAdminOf(ctx, organizationId)) return seatBody(ctx, tx, input)
    const initiative = await lockInitiative(tx, initiativeId)
    const bodies = await bodiesOf(tx, initiativeId)
    if (bodies.some((one) => one.organizationId === organizationId))
      throw new Refusal('initiative-body-already', 'state')
    const { name } = await getOrganizationById(organizationId)
    const askedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const [made] = await tx
      .insert(initiativeRequest)
      .values({ ...input, askedById, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: initiativeRequest.id })
    if (!made) throw new Refusal('initiative-body-asked', 'state')
    await tellOfCarrying(ctx, { what: 'asked', initiative, organizationId })
    await partChanged(ctx, initiativeId, {
      verb: 'body.asked',
      subjectId: organizationId,
      subjectName: textIn(name, ctx.locale),
    })
  })
}
