import { and, eq, sql } from 'drizzle-orm'
import type { Locale } from '#app/shared/vocabulary.ts'
import { contact } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type Contact = typeof contact.$inferSelect

const shown = {
  id: contact.id,
  organizationId: contact.organizationId,
  email: contact.email,
  name: contact.name,
  locale: contact.locale,
  country: contact.country,
  weeklyLimit: contact.weeklyLimit,
  askedAt: contact.askedAt,
  createdAt: contact.createdAt,
}
export type LockedContact = Pick<Contact, keyof typeof shown>

/** A contact's row until the transaction ends: whatever is written of its subscriptions waits for it. */
export async function lockContact(id: string): Promise<LockedContact | null> {
  return withTransaction(async (tx) => {
    const [found] = await tx.select(shown).from(contact).where(eq(contact.id, id)).for('no key update')
    return found ?? null
  })
}

/** The same by address; a new one is made where there is none. */
export async function lockContactOf(
  organizationId: string,
  { email, name, locale }: { email: string; name: string; locale: Locale },
): Promise<LockedContact> {
  return withTransaction(async (tx) => {
    await tx.insert(contact).values({ organizationId, email, name, locale }).onConflictDoNothing()
    const [found] = await tx
      .select(shown)
      .from(contact)
      .where(and(eq(contact.organizationId, organizationId), sql`lower(${contact.email}) = lower(${email})`))
      .for('no key update')
    if (!found) throw new Error('A contact was erased while it joined')
    return found
  })
}
