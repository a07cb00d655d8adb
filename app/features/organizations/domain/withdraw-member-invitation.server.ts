import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { memberInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOpenInvitation, isOpenInvitation } from './member-invitations.server.ts'

/** Takes an invitation back before it is accepted: its link ends. */
export async function withdrawMemberInvitation(
  ctx: Context,
  input: { organizationId: string; invitationId: string },
): Promise<void> {
  const open = await getOpenInvitation(ctx, input)
  await withTransaction(async (tx) => {
    const [withdrawn] = await tx
      .update(memberInvitation)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(memberInvitation.id, open.id), isOpenInvitation))
      .returning({ id: memberInvitation.id })
    if (!withdrawn) throw new Refusal('member-invitation-missing', 'missing')
    await recordActivity(ctx, {
      verb: 'member.invitation-withdrawn',
      organizationId: open.organizationId,
      subjectId: open.id,
      subjectName: open.name,
    })
  })
}
