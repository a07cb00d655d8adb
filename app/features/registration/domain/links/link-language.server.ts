import { eq } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The language of the registration that a personal link opens; refuses (404) a link that opens nothing. */
export async function getLinkLanguage(token: string): Promise<Locale> {
  const [found] = await database()
    .select({ locale: registration.locale })
    .from(registration)
    .where(eq(registration.tokenHash, hashToken(token)))
  if (!found) throw new Refusal('link-unknown', 'missing')
  return found.locale
}
