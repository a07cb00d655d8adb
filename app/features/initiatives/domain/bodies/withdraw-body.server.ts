import { and, eq } from 'drizzle-orm'
import { getOrganizationById, isAdminOf } from '#app/features/organizations/domain/organizations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { initiativeOrganization } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { bodiesOf, lockInitiative, partChanged } from '../editing/initiative-lock.server.ts'

/** A body leaves an initiative by its own admin. None can remove another, and the last one stays. */
export async function withdrawBody(
  ctx: Context,
  { initiativeId, organizationId }: { initiativeId: string; organizationId: string },
): Promise<void> {
  await requireInitiativeRight(ctx, 'initiative.bodies', initiativeId)
  if (!(await isAdminOf(ctx, organizationId))) throw new Refusal('initiative-body-equal', 'rights')
  await withTransaction(async (tx) => {
    await lockInitiative(tx, initiativeId)
    const bodies = await bodiesOf(tx, initiativeId)
    if (!bodies.some((one) => one.organizationId === organizationId))
      throw new Refusal('initiative-body-missing', 'missing')
    if (bodies.length === 1) throw new Refusal('initiative-last-body', 'state')
    const { name } = await getOrganizationById(organizationId)
    await tx
      .delete(initiativeOrganization)
      .where(
        and(
          eq(initiativeOrganization.initiativeId, initiativeId),
          eq(initiativeOrganization.organizationId, organizationId),
        ),
      )
    await rightsChanged()
    await partChanged(ctx, initiativeId, {
      verb: 'body.withdrawn',
      subjectId: organizationId,
      subjectName: textIn(name, ctx.locale),
    })
  })
}
