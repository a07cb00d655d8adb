import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { member } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockMembers } from './last-admin.server.ts'

/** Takes a member out. The account stays, with what it did; an organization keeps at least one admin. */
export async function removeMember(
  ctx: Context,
  { organizationId, accountId }: { organizationId: string; accountId: string },
): Promise<void> {
  await requireOrganizationRight(ctx, 'members.edit', organizationId)
  await withTransaction(async (tx) => {
    const members = await lockMembers(tx, organizationId)
    const before = members.get(accountId)
    members.keepAnAdminBeside(accountId)
    await tx
      .delete(member)
      .where(and(eq(member.organizationId, organizationId), eq(member.accountId, accountId)))
    await rightsChanged()
    await recordActivity(ctx, {
      verb: 'member.removed',
      organizationId,
      subjectId: accountId,
      subjectName: before.name,
      details: { role: before.role },
    })
  })
}
