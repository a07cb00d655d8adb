import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { and, desc, eq, isNotNull, lt, ne } from 'drizzle-orm'
import { sender } from '#app/features/mail/domain/sending/sender.server.ts'
import { forgetSignatures, openedKey } from '#app/features/mail/domain/sending/signature.server.ts'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import { sealSecret } from '#app/shared/auth/seal.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { mailClasses } from '#app/shared/mail-class.ts'
import { dkimKey } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { requireAdministrator } from './administrator.server.ts'

const generate = promisify(generateKeyPair)

export type DkimKey = typeof dkimKey.$inferSelect

/** The domains that our mail is from, each once: that of MAIL_FROM first, then those of its kinds. */
export function sendingDomains(): [string, ...string[]] {
  const [main, ...others] = [sender(), ...mailClasses.map(sender)].map(({ address }) =>
    address.replace(/^.*@/, '').toLowerCase(),
  )
  return [main ?? '', ...new Set(others.filter((domain) => domain !== main))]
}

/** The keys of a domain, the newest first; whether each can be opened with our secret. */
export async function listKeys(domain: string): Promise<(DkimKey & { opens: boolean })[]> {
  const rows = await database()
    .select()
    .from(dkimKey)
    .where(eq(dkimKey.domain, domain))
    .orderBy(desc(dkimKey.createdAt), desc(dkimKey.id))
  return rows.map((row) => ({ ...row, opens: openedKey(row.sealedKey) !== null }))
}

/**
 * Makes a key for a sending domain, unless there is one whose record was not found yet. The one before it goes on
 * signing until then.
 */
export async function makeKey(ctx: Context, domain: string = sendingDomains()[0]): Promise<DkimKey> {
  await requireAdministrator(ctx)
  if (!sendingDomains().includes(domain)) throw new Refusal('form-unreadable', 'invalid')
  const [newest] = await listKeys(domain)
  if (newest?.opens && !newest.publishedAt) return newest
  const pair = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return withTransaction(async (tx) => {
    const [made] = await tx
      .insert(dkimKey)
      .values({
        domain,
        selector: await freeSelector(domain, ctx.now),
        publicKey: pair.publicKey.toString('base64'),
        sealedKey: sealSecret(pair.privateKey),
        createdByName: actorColumns(ctx).actorName,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: [dkimKey.domain, dkimKey.selector] })
      .returning()
    // Somebody else pressed at the same moment: theirs is the key.
    const [key] = made ? [made] : await listKeys(domain)
    if (!key) throw new Error('A key was inserted without a row')
    return key
  })
}

/** Named after its day, so that the records of earlier ones can be told apart in the DNS. */
async function freeSelector(domain: string, now: Date): Promise<string> {
  const day = `bantron-${now.toISOString().slice(0, 10).replaceAll('-', '')}`
  const taken = new Set((await listKeys(domain)).map(({ selector }) => selector))
  for (let n = 1; ; n++) {
    const selector = n === 1 ? day : `${day}-${n}`
    if (!taken.has(selector)) return selector
  }
}

/** The record of a key was found: from now on it signs, and no other of its domain. */
export async function markPublished(id: string, now: Date): Promise<void> {
  await withTransaction(async (tx) => {
    const [key] = await tx.select().from(dkimKey).where(eq(dkimKey.id, id)).for('update')
    if (!key) return
    if (!key.publishedAt) await tx.update(dkimKey).set({ publishedAt: now }).where(eq(dkimKey.id, id))
    await tx
      .delete(dkimKey)
      .where(and(eq(dkimKey.domain, key.domain), ne(dkimKey.id, id), lt(dkimKey.createdAt, key.createdAt)))
  })
  forgetSignatures()
}

/** No record says any more what this key signs: a signature that nobody can check is worse than none. */
export async function stopSigning(id: string): Promise<void> {
  await database()
    .update(dkimKey)
    .set({ publishedAt: null })
    .where(and(eq(dkimKey.id, id), isNotNull(dkimKey.publishedAt)))
  forgetSignatures()
}
