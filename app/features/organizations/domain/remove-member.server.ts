import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, member } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockMembers } from './last-admin.server.ts'
import { getOrganizationById } from './organizations.server.ts'

/**
 * Takes a member out, and tells them unless they did it themselves. The account stays, with what it did; an organization
 * keeps at least one admin.
 */
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
    const isOwnDoing = ctx.actor.kind === 'account' && ctx.actor.accountId === accountId
    if (!isOwnDoing) await tellRemoved(tx, organizationId, accountId, before.role)
    await recordActivity(ctx, {
      verb: 'member.removed',
      organizationId,
      subjectId: accountId,
      subjectName: before.name,
      details: { role: before.role },
    })
  })
}

async function tellRemoved(tx: Transaction, organizationId: string, accountId: string, role: MemberRole) {
  const [gone] = await tx.select().from(account).where(eq(account.id, accountId))
  if (!gone) return
  const { name: organization } = await getOrganizationById(organizationId)
  await queueMail({
    kind: 'member-removed',
    locale: gone.locale,
    recipientName: gone.name,
    recipientEmail: gone.email,
    facts: { membership: { organization, role, invitedBy: '' } },
  })
}
