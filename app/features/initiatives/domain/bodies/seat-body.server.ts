import { getOrganizationById } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Transaction } from '#db/client.server.ts'
import { initiativeOrganization } from '#db/schema/index.ts'
import { bodiesOf, lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'

type NewBody = { initiativeId: string; organizationId: string }

/** Seats a body beside the others, as an equal. Asks for no right: the caller has its word. */
export async function seatBody(
  ctx: Context,
  tx: Transaction,
  { initiativeId, organizationId }: NewBody,
): Promise<void> {
  await lockInitiative(tx, initiativeId)
  const bodies = await bodiesOf(tx, initiativeId)
  if (bodies.some((one) => one.organizationId === organizationId))
    throw new Refusal('initiative-body-already', 'state')
  const { name } = await getOrganizationById(organizationId)
  const position = Math.max(-1, ...bodies.map((one) => one.position)) + 1
  await tx.insert(initiativeOrganization).values({ initiativeId, organizationId, position })
  await rightsChanged()
  await partChanged(ctx, initiativeId, {
    verb: 'body.joined',
    subjectId: organizationId,
    subjectName: textIn(name, ctx.locale),
  })
}
