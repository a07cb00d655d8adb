import { desc, eq, isNotNull } from 'drizzle-orm'
import type Mail from 'nodemailer/lib/mailer'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { dkimKey } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Signature = NonNullable<Mail.Options['dkim']> & { domainName: string }

/**
 * What a signature covers: whoever changes one of these breaks it. Among them both headers by which a list is left, which
 * large mailboxes ask for.
 */
export const signedHeaders = [
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
].join(':')

const keptFor = 30_000
let kept: { until: number; signatures: Promise<Map<string, Signature>> } | undefined

/** The same mail with what signs it, where its sender's domain has a key whose record is published; else as it came. */
export async function signed(message: Mail.Options): Promise<Mail.Options> {
  const domain = domainOf(message.from)
  const dkim = domain && (await signatures()).get(domain)
  return dkim ? { ...message, dkim } : message
}

/** The same with the newest key of the domain that can be opened, published or not: for a mail that leaves for nobody. */
export async function signedByNewest(message: Mail.Options): Promise<Mail.Options> {
  const rows = await database()
    .select()
    .from(dkimKey)
    .where(eq(dkimKey.domain, domainOf(message.from)))
    .orderBy(desc(dkimKey.createdAt))
  const [dkim] = rows.flatMap((row) => signatureOf(row) ?? [])
  return dkim ? { ...message, dkim } : message
}

/** Forgets the keys that this process knows, after one was made or published. */
export function forgetSignatures(): void {
  kept = undefined
}

function domainOf(from: Mail.Options['from']): string {
  const address = typeof from === 'object' && 'address' in from ? from.address : from
  return String(address ?? '')
    .replace(/^.*@/, '')
    .replace(/>.*$/, '')
    .toLowerCase()
}

// Asked anew every half minute, not for every mail.
function signatures(): Promise<Map<string, Signature>> {
  if (!kept || performance.now() > kept.until) {
    const fresh = { until: performance.now() + keptFor, signatures: findSignatures() }
    kept = fresh
    fresh.signatures.catch(() => {
      if (kept === fresh) kept = undefined
    })
  }
  return kept.signatures
}

async function findSignatures(): Promise<Map<string, Signature>> {
  const rows = await database()
    .selectDistinctOn([dkimKey.domain])
    .from(dkimKey)
    .where(isNotNull(dkimKey.publishedAt))
    .orderBy(dkimKey.domain, desc(dkimKey.createdAt))
  const found = new Map<string, Signature>()
  for (const row of rows) {
    const { domain, selector } = row
    const signature = signatureOf(row)
    if (signature) found.set(domain, signature)
    else log().warn({ domain, selector }, 'mail goes unsigned: its key was sealed with another secret')
  }
  return found
}

function signatureOf({ domain, selector, sealedKey }: typeof dkimKey.$inferSelect): Signature | null {
  const privateKey = openedKey(sealedKey)
  if (!privateKey) return null
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders }
}

/** The private key as PEM; null when it was sealed with another SESSION_SECRET. */
export function openedKey(sealedKey: string): string | null {
  try {
    return openSecret(sealedKey)
  } catch {
    return null
  }
}
