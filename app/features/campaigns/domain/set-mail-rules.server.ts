import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { organization } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type MailRules = { advertisingRules: boolean; weeklyMails: number }

/**
 * Sets by which rules an organization advertises. They hold from the next mail on, also for campaigns that are under way.
 * Answers whether anything changed.
 */
export async function setMailRules(
  ctx: Context,
  { organizationId, rules }: { organizationId: string; rules: MailRules },
): Promise<boolean> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  return withTransaction(async (tx) => {
    const own = eq(organization.id, organizationId)
    const [before] = await tx.select().from(organization).where(own).for('update')
    if (!before) throw new Refusal('organization-missing', 'missing')
    const fields = (['advertisingRules', 'weeklyMails'] as const).filter(
      (field) => before[field] !== rules[field],
    )
    if (fields.length === 0) return false
    await tx.update(organization).set(rules).where(own)
    await recordActivity(ctx, {
      verb: 'mail-rules.edited',
      organizationId,
      details: { changes: fields.map((field) => ({ field, from: before[field], to: rules[field] })) },
    })
    return true
  })
}
