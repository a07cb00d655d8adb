import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashCode, hashToken, randomCode, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { sourceNetwork, takeTurn } from '#app/shared/http/rate-limit.server.ts'
import { account, signInCode } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

export const codeLasts = 10 * 60_000

/**
 * Mails a code and a link to the account of this address. Answers alike when there is none: the id it returns then
 * belongs to no code.
 */
export async function requestSignIn(
  ctx: Context,
  { email }: { email: string },
): Promise<{ pendingId: string }> {
  const address = email.trim().toLowerCase()
  await takeTurn(`sign-in:source:${ctx.source}`, { limit: 20, seconds: 900 })
  await takeTurn(`sign-in:address:${address}:${sourceNetwork(ctx.source)}`, { limit: 5, seconds: 900 })
  const pendingId = randomUUID()
  const code = randomCode()
  const link = randomToken()
  const hashes = { codeHash: hashCode(code, pendingId), linkHash: hashToken(link) }
  const [known] = await database().select().from(account).where(sql`lower(${account.email}) = ${address}`)
  if (!known || (await isMailedEnough(address))) return { pendingId }
  await withTransaction(async (tx) => {
    await tx.insert(signInCode).values({
      id: pendingId,
      accountId: known.id,
      ...hashes,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + codeLasts),
    })
    await queueMail({
      kind: 'sign-in',
      locale: known.locale,
      recipientName: known.name,
      recipientEmail: known.email,
      facts: { purpose: 'sign-in' },
      secret: sealSecret(JSON.stringify({ code, link })),
    })
  })
  return { pendingId }
}

/**
 * So many asked for this address, from wherever, that no more mails go to it for a while. Its owner is not locked out by
 * that: the links that were mailed in the same ten minutes sign in from any browser.
 */
async function isMailedEnough(address: string): Promise<boolean> {
  try {
    await takeTurn(`sign-in:mailed:${address}`, { limit: 20, seconds: codeLasts / 1000 })
    return false
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too-many') return true
    throw error
  }
}
