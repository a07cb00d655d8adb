import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempts } from '#app/shared/http/rate-limit.server.ts'
import { addressChange, guestCategory, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { admissionProblem } from '../seats/admission.ts'
import { addressProofLasts, endAddressChanges } from './address-change.server.ts'
import { emailKey } from './email-key.ts'
import { getRegistrationByToken } from './registration-by-token.server.ts'
import { isWrittenTo } from './written-to.ts'

const limits = {
  registration: { limit: 5, seconds: 3600 },
  source: { limit: 60, seconds: 600 },
  mailbox: { limit: 3, seconds: 900 },
  mailboxToday: { limit: 20, seconds: 86_400 },
}

/**
 * The attendee wishes to be written to at another address: a link goes there, and nothing changes before it is opened and
 * a button pressed. Whoever asks learns nothing of who is registered: an address that is gets a mail that explains.
 */
export async function askAddressChange(ctx: Context, token: string, email: string): Promise<void> {
  const row = await getRegistrationByToken(token)
  if (!isWrittenTo(row.state)) throw new Refusal('state-changed')
  if (emailKey(email) === row.emailKey) throw new Refusal('address-same', 'invalid')
  await countAttempts(
    { key: `new-address:${row.id}`, ...limits.registration },
    { key: `new-address:source:${ctx.source}`, ...limits.source },
  )
  if (await leavesDomain(row, email)) throw new Refusal('domain-not-allowed', 'invalid')
  await countAttempts(
    { key: `new-address:mailbox:${mailboxKey(email)}`, ...limits.mailbox },
    { key: `new-address:today:${mailboxKey(email)}`, ...limits.mailboxToday },
  )
  await withTransaction(async () => {
    const known = await findKnownAddress(row.eventId, email)
    if (!known) return queueAddressProof(ctx, row, email)
    await endAddressChanges(ctx, row.id)
    await queueMail({
      kind: 'address-asked',
      locale: known.locale,
      recipientName: known.name,
      recipientEmail: known.email,
      eventId: row.eventId,
      registrationId: known.id,
      facts: { address: 'known' },
    })
  })
}

/** Whoever is registered at an event with an address. */
export async function findKnownAddress(eventId: string, email: string) {
  const [known] = await withTransaction((tx) =>
    tx
      .select()
      .from(registration)
      .where(and(eq(registration.eventId, eventId), eq(registration.emailKey, emailKey(email)))),
  )
  return known ?? null
}

/** Sends the link that proves an address; the links that were sent before are dead. */
export async function queueAddressProof(
  ctx: Context,
  row: typeof registration.$inferSelect,
  email: string,
): Promise<void> {
  await withTransaction(async (tx) => {
    await endAddressChanges(ctx, row.id)
    const link = randomToken()
    const expiresAt = new Date(ctx.now.getTime() + addressProofLasts)
    const asked = { email, expiresAt, tokenHash: hashToken(link), createdAt: ctx.now }
    await tx.insert(addressChange).values({ registrationId: row.id, ...asked })
    await queueMail({
      kind: 'address-asked',
      locale: row.locale,
      recipientName: row.name,
      recipientEmail: email,
      eventId: row.eventId,
      registrationId: row.id,
      facts: { address: 'to-prove', deadline: expiresAt.toISOString() },
      secret: sealSecret(JSON.stringify({ link })),
    })
  })
}

/** A category that is open to one domain only is not left for another by a change of address. */
async function leavesDomain(row: typeof registration.$inferSelect, email: string): Promise<boolean> {
  const [category] = await database()
    .select({ emailDomains: guestCategory.emailDomains, accessCode: guestCategory.accessCode })
    .from(guestCategory)
    .where(eq(guestCategory.id, row.categoryId))
  if (!category || category.accessCode) return false
  const isOutside = (address: string) =>
    admissionProblem(category, { email: address, hasCode: false }) !== null
  return isOutside(email) && !isOutside(row.email)
}
