import { eq } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The registration that a personal link opens; refuses (404) a token that opens none. */
export async function getRegistrationByToken(token: string): Promise<typeof registration.$inferSelect> {
  const [row] = await database()
    .select()
    .from(registration)
    .where(eq(registration.tokenHash, hashToken(token)))
  if (!row) throw new Refusal('link-unknown', 'missing')
  return row
}
