import { sql } from 'drizzle-orm'
import { inviteToSignIn } from '#app/features/sign-in/domain/invite-to-sign-in.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale, MemberRole } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, member } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOrganizationById } from './organizations.server.ts'

export type NewMember = {
  organizationId: string
  name: string
  email: string
  role: MemberRole
  locale: Locale
  /** Seeds add people without writing to them. */
  silently?: boolean
}

/** Makes somebody a member, with an account if there is none, and mails the link to sign in. Asks for no right. */
export async function takeIn(ctx: Context, input: NewMember): Promise<{ accountId: string }> {
  return withTransaction(async (tx) => {
    const organization = await getOrganizationById(input.organizationId)
    const known = await accountOf(tx, ctx, input)
    const added = await tx
      .insert(member)
      .values({
        organizationId: input.organizationId,
        accountId: known.id,
        role: input.role,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ role: member.role })
    if (added.length === 0) throw new Refusal('member-already', 'state')
    await recordActivity(ctx, {
      verb: 'member.added',
      organizationId: input.organizationId,
      subjectId: known.id,
      subjectName: known.name,
      details: { role: input.role },
    })
    if (!input.silently) {
      const name = textIn(organization.name, known.locale)
      await inviteToSignIn(ctx, known, { organization: name, role: input.role })
    }
    return { accountId: known.id }
  })
}

async function accountOf(tx: Transaction, ctx: Context, { name, email, locale }: NewMember) {
  const [made] = await tx
    .insert(account)
    .values({ name, email: email.trim(), locale, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning()
  if (made) return made
  const [known] = await tx
    .select()
    .from(account)
    .where(sql`lower(${account.email}) = ${email.trim().toLowerCase()}`)
  if (!known) throw new Refusal('try-again', 'unavailable')
  return known
}
