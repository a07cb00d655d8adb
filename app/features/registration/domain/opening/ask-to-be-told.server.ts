import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempt, countAttempts } from '#app/shared/http/rate-limit.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { event, openingWish } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { emailKey } from '../links/email-key.ts'
import { windowState } from '../seats/admission.ts'

const limits = {
  source: { limit: 60, seconds: 600 },
  mailbox: { limit: 3, seconds: 900 },
  mailboxToday: { limit: 20, seconds: 86_400 },
}

/** How long the link that confirms works. */
const linkLasts = 24 * 60 * 60_000

/**
 * Somebody wishes to be told when registration opens. Nothing is kept of an address for longer than a day before its owner
 * opens the mailed link and presses a button; the answer is the same whether it was known already.
 */
export async function askToBeTold(
  ctx: Context,
  eventId: string,
  { email, language }: { email: string; language: Locale },
): Promise<void> {
  await countAttempt(`opening:source:${ctx.source}`, limits.source)
  const [found] = await database().select().from(event).where(eq(event.id, eventId))
  if (!found || windowState(found, ctx.now) !== 'not-yet') throw new Refusal('opening-none')
  await countAttempts(
    { key: `opening:mailbox:${mailboxKey(email)}`, ...limits.mailbox },
    { key: `opening:today:${mailboxKey(email)}`, ...limits.mailboxToday },
  )
  await withTransaction(async (tx) => {
    const key = emailKey(email)
    const [known] = await tx
      .select()
      .from(openingWish)
      .where(and(eq(openingWish.eventId, eventId), eq(openingWish.emailKey, key)))
      .for('no key update')
    // Whoever confirmed already is told once: a second mail would only ask the same again.
    if (known?.confirmedAt) return
    const link = randomToken()
    const expiresAt = new Date(ctx.now.getTime() + linkLasts)
    const asked = { email, locale: language, tokenHash: hashToken(link), expiresAt }
    await tx
      .insert(openingWish)
      .values({ eventId, emailKey: key, ...asked })
      .onConflictDoUpdate({ target: [openingWish.eventId, openingWish.emailKey], set: asked })
    await queueMail({
      kind: 'opening-asked',
      locale: language,
      recipientName: '',
      recipientEmail: email,
      eventId,
      facts: { deadline: expiresAt.toISOString() },
      secret: sealSecret(JSON.stringify({ link })),
    })
  })
}
