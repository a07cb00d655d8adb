import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { Locale, MemberRole } from '#app/shared/vocabulary.ts'
import { getOrganizationById } from './organizations.server.ts'

const invitationLasts = 7 * 24 * 60 * 60_000

type Asked = {
  organizationId: string
  name: string
  email: string
  role: MemberRole
  locale: Locale
  invitedBy: string
}

/** Queues the mail of an invitation with a new link; answers with what to store of it. */
export async function mailMemberInvitation(ctx: Context, asked: Asked) {
  const { organizationId, name, email, role, locale, invitedBy } = asked
  const { name: organization } = await getOrganizationById(organizationId)
  const link = randomToken()
  await queueMail({
    kind: 'member-invited',
    locale,
    recipientName: name,
    recipientEmail: email,
    facts: { membership: { organization, role, invitedBy } },
    secret: sealSecret(JSON.stringify({ link })),
  })
  const expiresAt = new Date(ctx.now.getTime() + invitationLasts)
  return { tokenHash: hashToken(link), expiresAt, sentAt: ctx.now }
}
