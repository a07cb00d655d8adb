import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { account, member, memberInvitation, organization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export const isOpenInvitation = and(isNull(memberInvitation.acceptedAt), isNull(memberInvitation.withdrawnAt))

/** Who was asked to join and has not answered; the names are those that were typed here, not those of any account. */
export async function listMemberInvitations(organizationId: string) {
  return database()
    .select({
      id: memberInvitation.id,
      name: memberInvitation.name,
      email: memberInvitation.email,
      role: memberInvitation.role,
      sentAt: memberInvitation.sentAt,
      expiresAt: memberInvitation.expiresAt,
    })
    .from(memberInvitation)
    .where(and(eq(memberInvitation.organizationId, organizationId), isOpenInvitation))
    .orderBy(asc(memberInvitation.createdAt), asc(memberInvitation.id))
}

/** One that can still be sent again or withdrawn, for who may invite there; or refused. */
export async function getOpenInvitation(
  ctx: Context,
  { organizationId, invitationId }: { organizationId: string; invitationId: string },
) {
  await requireOrganizationRight(ctx, 'members.edit', organizationId)
  const [found] = await database()
    .select()
    .from(memberInvitation)
    .where(
      and(
        eq(memberInvitation.id, invitationId),
        eq(memberInvitation.organizationId, organizationId),
        isOpenInvitation,
      ),
    )
  if (!found) throw new Refusal('member-invitation-missing', 'missing')
  return found
}

/** What the mailed link opens: an invitation that is open, or accepted by this link; null when it is neither. */
export async function findMemberInvitation(ctx: Context, token: string) {
  const [found] = await database()
    .select({
      name: memberInvitation.name,
      email: memberInvitation.email,
      role: memberInvitation.role,
      locale: memberInvitation.locale,
      invitedBy: memberInvitation.invitedBy,
      acceptedAt: memberInvitation.acceptedAt,
      organization: organization.name,
    })
    .from(memberInvitation)
    .innerJoin(organization, eq(organization.id, memberInvitation.organizationId))
    .where(
      and(
        eq(memberInvitation.tokenHash, hashToken(token)),
        isNull(memberInvitation.withdrawnAt),
        gt(memberInvitation.expiresAt, ctx.now),
      ),
    )
  return found ?? null
}

/** Whether an address is one of the organization's own members, whom its admins see anyway. */
export async function isMemberAddress(organizationId: string, email: string): Promise<boolean> {
  const [found] = await database()
    .select({ id: account.id })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(
      and(
        eq(member.organizationId, organizationId),
        sql`lower(${account.email}) = ${email.trim().toLowerCase()}`,
      ),
    )
  return found !== undefined
}
