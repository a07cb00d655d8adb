import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull, lt } from 'drizzle-orm'
import { hashCode, hashToken, randomCode, randomToken } from '#app/shared/auth/tokens.server.ts'
import { env } from '#app/shared/env.server.ts'
import { account, member, signIn, signInCode } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

const firstLinkLasts = 24 * 60 * 60_000
const purpose = 'first-sign-in'

/**
 * A link, good once, for the first admin of a fresh installation; null as soon as anybody has signed in. Each process
 * that starts has its own: the one printed first goes on.
 */
export async function firstSignInLink(now = new Date()): Promise<string | null> {
  return withTransaction(async (tx) => {
    const [seen] = await tx.select({ id: signIn.id }).from(signIn).limit(1)
    const [used] = await tx
      .select({ id: signInCode.id })
      .from(signInCode)
      .where(isNotNull(signInCode.usedAt))
      .limit(1)
    if (seen || used) return null
    const [admin] = await tx
      .select({ id: account.id })
      .from(account)
      .innerJoin(member, and(eq(member.accountId, account.id), eq(member.role, 'admin')))
      .orderBy(asc(account.createdAt), asc(account.email))
      .limit(1)
    if (!admin) return null
    await tx.delete(signInCode).where(and(eq(signInCode.purpose, purpose), lt(signInCode.expiresAt, now)))
    const id = randomUUID()
    const link = randomToken()
    await tx.insert(signInCode).values({
      id,
      accountId: admin.id,
      purpose,
      codeHash: hashCode(randomCode(), id),
      linkHash: hashToken(link),
      expiresAt: new Date(now.getTime() + firstLinkLasts),
    })
    return `${env().APP_URL}/sign-in/link/${link}`
  })
}
