import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { member, organization } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { askIn } from './invite-member.server.ts'

type NewOrganization = { slug: string; shortName: string; name: TranslatedText; website?: string | null } & {
  /** Who acts for it as soon as they accept: invited by mail. */
  admin?: { name: string; email: string; locale: Locale }
}

/** Makes a body that can host events. Asked for by the system or by somebody who is an admin already. */
export async function createOrganization(
  ctx: Context,
  input: NewOrganization,
): Promise<{ id: string; slug: string }> {
  await requireAdmin(ctx)
  const { admin, ...values } = input
  return withTransaction(async (tx) => {
    const [made] = await tx
      .insert(organization)
      .values({ ...values, createdAt: ctx.now })
      .onConflictDoNothing({ target: organization.slug })
      .returning({ id: organization.id, slug: organization.slug })
    if (!made) throw new Refusal('organization-slug-taken', 'state')
    await recordActivity(ctx, {
      verb: 'organization.created',
      organizationId: made.id,
      subjectId: made.id,
      subjectName: textIn(input.name, 'vi'),
    })
    if (admin) await askIn(ctx, { ...admin, organizationId: made.id, role: 'admin' })
    return made
  })
}

async function requireAdmin(ctx: Context) {
  if (ctx.actor.kind === 'system') return
  if (ctx.actor.kind === 'visitor') throw new Refusal('sign-in-needed', 'rights')
  const [admin] = await database()
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.accountId, ctx.actor.accountId), eq(member.role, 'admin')))
    .limit(1)
  if (!admin) throw new Refusal('right-missing', 'rights', { right: 'members.edit' })
}
