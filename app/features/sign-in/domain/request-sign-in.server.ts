import { randomUUID } from 'node:crypto'
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashCode, hashToken, randomCode, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempts, sourceNetwork } from '#app/shared/http/rate-limit.server.ts'
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
  await countAttempts(
    { key: `sign-in:source:${ctx.source}`, limit: 20, seconds: 900 },
    { key: `sign-in:address:${address}:${sourceNetwork(ctx.source)}`, limit: 5, seconds: 900 },
  )
  const pendingId = randomUUID()
  const code = randomCode()
  const link = randomToken()
  const hashes = { codeHash: hashCode(code, pendingId), linkHash: hashToken(link) }
  const [known] = await database().select().from(account).where(sql`lower(${account.email}) = ${address}`)
  if (!known || (await isMailedEnough(address))) return { pendingId }
  await withTransaction(async (tx) => {
    // Only the newest mail signs in; one that was not sent because of the limits ends none.
    await tx
      .update(signInCode)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(signInCode.accountId, known.id),
          eq(signInCode.purpose, 'sign-in'),
          isNull(signInCode.usedAt),
          lte(signInCode.createdAt, ctx.now),
        ),
      )
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

const mailLimits = { soon: { limit: 3, seconds: 900 }, day: { limit: 20, seconds: 86_400 } }

/**
 * So many asked for this address, from wherever, that no more mails go to it for a while. Its owner is not locked out by
 * that: the newest link that was mailed signs in from any browser.
 */
async function isMailedEnough(address: string): Promise<boolean> {
  try {
    const mailbox = mailboxKey(address)
    await countAttempts(
      { key: `sign-in:mailed:${mailbox}`, ...mailLimits.soon },
      { key: `sign-in:mailed-today:${mailbox}`, ...mailLimits.day },
    )
    return false
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too-many') return true
    throw error
  }
}
