import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { member } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockMembers } from './last-admin.server.ts'

type RoleChange = { organizationId: string; accountId: string; role: MemberRole }

/** Gives a member another role. An organization keeps at least one admin. */
export async function changeRole(
  ctx: Context,
  { organizationId, accountId, role }: RoleChange,
): Promise<void> {
  await requireOrganizationRight(ctx, 'members.edit', organizationId)
  await withTransaction(async (tx) => {
    const members = await lockMembers(tx, organizationId)
    const before = members.get(accountId)
    if (before.role === role) return
    if (role !== 'admin') members.keepAnAdminBeside(accountId)
    await tx
      .update(member)
      .set({ role })
      .where(and(eq(member.organizationId, organizationId), eq(member.accountId, accountId)))
    await rightsChanged()
    await recordActivity(ctx, {
      verb: 'member.role-changed',
      organizationId,
      subjectId: accountId,
      subjectName: before.name,
      details: { from: before.role, to: role },
    })
  })
}
