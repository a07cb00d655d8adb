import { sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Locale, MemberRole } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { account, member } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type NewMember = {
  organizationId: string
  name: string
  email: string
  role: MemberRole
  locale: Locale
}

/** The account that is a member now; `isNew` when it was made for this. */
export type TakenIn = { accountId: string; isNew: boolean }

/**
 * Makes somebody a member, with an account if there is none; who is one already stays in their role. Asks for no right:
 * it stands on the person's own word, or on the seeds'.
 */
export async function takeIn(
  ctx: Context,
  input: NewMember,
  verb: 'member.added' | 'member.joined' = 'member.added',
): Promise<TakenIn> {
  return withTransaction(async (tx) => {
    const { account: known, isNew } = await accountOf(tx, ctx, input)
    const { organizationId, role } = input
    const added = await tx
      .insert(member)
      .values({ organizationId, accountId: known.id, role, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ role: member.role })
    if (added.length > 0) {
      await recordActivity(ctx, {
        verb,
        organizationId,
        subjectId: known.id,
        subjectName: known.name,
        details: { role },
      })
    }
    return { accountId: known.id, isNew }
  })
}

async function accountOf(tx: Transaction, ctx: Context, { name, email, locale }: NewMember) {
  const [made] = await tx
    .insert(account)
    .values({ name, email: email.trim(), locale, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning()
  if (made) return { account: made, isNew: true }
  const [known] = await tx
    .select()
    .from(account)
    .where(sql`lower(${account.email}) = ${email.trim().toLowerCase()}`)
  if (!known) throw new Refusal('unavailable', 'unavailable')
  return { account: known, isNew: false }
}
