import { and, eq, gt } from 'drizzle-orm'
import { type Browser, startSignIn } from '#app/features/sign-in/domain/start-sign-in.server.ts'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { memberInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { isOpenInvitation } from './member-invitations.server.ts'
import { takeIn } from './take-in.server.ts'

/**
 * Accepts an invitation by its mailed link. An account that this makes is signed in, and the browser's token answered.
 * One that was there before opens more than this organization: its link may have been passed on, so it signs in itself.
 */
export async function acceptMembership(
  ctx: Context,
  token: string,
  browser: Browser,
): Promise<{ accountId: string; signInToken: string | null }> {
  await countAttempt(`member-acceptance:${ctx.source}`, { limit: 30, seconds: 600 })
  return withTransaction(async (tx) => {
    const [accepted] = await tx
      .update(memberInvitation)
      .set({ acceptedAt: ctx.now })
      .where(
        and(
          eq(memberInvitation.tokenHash, hashToken(token)),
          isOpenInvitation,
          gt(memberInvitation.expiresAt, ctx.now),
        ),
      )
      .returning()
    if (!accepted) throw new Refusal('member-invitation-gone', 'state')
    const { organizationId, name, email, role, locale } = accepted
    const { accountId, isNew } = await takeIn(
      ctx,
      { organizationId, name, email, role, locale },
      'member.joined',
    )
    return { accountId, signInToken: isNew ? await startSignIn(ctx, accountId, browser) : null }
  })
}
