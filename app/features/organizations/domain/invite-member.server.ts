import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { memberInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { mailMemberInvitation } from './member-invitation-mail.server.ts'
import { isMemberAddress } from './member-invitations.server.ts'
import type { NewMember } from './take-in.server.ts'

/** Asks somebody into an organization, on the word of one of its admins. They are no member until they accept. */
export async function inviteMember(ctx: Context, input: NewMember): Promise<void> {
  await requireOrganizationRight(ctx, 'members.edit', input.organizationId)
  // Whoever may invite could write to anybody: never many mails to one mailbox, whoever asks.
  await countAttempt(`member-invitation:${mailboxKey(input.email)}`, { limit: 5, seconds: 24 * 3600 })
  await askIn(ctx, input)
}

/** The same without a right: for the first admin of a body that is being made. */
export async function askIn(ctx: Context, input: NewMember): Promise<void> {
  const email = input.email.trim()
  const { organizationId, name, role, locale } = input
  await withTransaction(async (tx) => {
    if (await isMemberAddress(organizationId, email)) throw new Refusal('member-already', 'state')
    const invitedBy = ctx.actor.kind === 'account' ? ctx.actor.name : ''
    const invitedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const asked = { organizationId, name, email, role, locale, invitedBy }
    const mailed = await mailMemberInvitation(ctx, asked)
    const [made] = await tx
      .insert(memberInvitation)
      .values({ ...asked, ...mailed, invitedById, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: memberInvitation.id })
    if (!made) throw new Refusal('member-invited-already', 'state')
    await recordActivity(ctx, {
      verb: 'member.invited',
      organizationId,
      subjectId: made.id,
      subjectName: name,
      details: { role },
    })
  })
}
