import { randomUUID } from 'node:crypto'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashCode, hashToken, randomCode, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Locale, MemberRole } from '#app/shared/vocabulary.ts'
import { signInCode } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

const invitationLasts = 7 * 24 * 60 * 60_000

type Invited = { id: string; name: string; email: string; locale: Locale }

/** Mails a new member the link to the first sign-in. It has no code to type and a week to be opened. */
export async function inviteToSignIn(
  ctx: Context,
  account: Invited,
  { organization, role }: { organization: string; role: MemberRole },
): Promise<void> {
  await withTransaction(async (tx) => {
    const id = randomUUID()
    const link = randomToken()
    await tx.insert(signInCode).values({
      id,
      accountId: account.id,
      purpose: 'invitation',
      codeHash: hashCode(randomCode(), id),
      linkHash: hashToken(link),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + invitationLasts),
    })
    await queueMail({
      kind: 'sign-in',
      locale: account.locale,
      recipientName: account.name,
      recipientEmail: account.email,
      facts: { purpose: 'invitation', organization, role },
      secret: sealSecret(JSON.stringify({ link })),
    })
  })
}
