import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { memberInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { mailMemberInvitation } from './member-invitation-mail.server.ts'
import { getOpenInvitation, isOpenInvitation } from './member-invitations.server.ts'

/** Mails an invitation again under a new link, good for another week; the earlier link ends. */
export async function resendMemberInvitation(
  ctx: Context,
  input: { organizationId: string; invitationId: string },
): Promise<void> {
  const open = await getOpenInvitation(ctx, input)
  await countAttempt(`member-invitation:${mailboxKey(open.email)}`, { limit: 5, seconds: 24 * 3600 })
  await countAttempt(`member-invitation-again:${open.id}`, { limit: 3, seconds: 24 * 3600 })
  await withTransaction(async (tx) => {
    const mailed = await mailMemberInvitation(ctx, open)
    const [sent] = await tx
      .update(memberInvitation)
      .set(mailed)
      .where(and(eq(memberInvitation.id, open.id), isOpenInvitation))
      .returning({ id: memberInvitation.id })
    if (!sent) throw new Refusal('member-invitation-missing', 'missing')
    await recordActivity(ctx, {
      verb: 'member.invited-again',
      organizationId: open.organizationId,
      subjectId: open.id,
      subjectName: open.name,
    })
  })
}
