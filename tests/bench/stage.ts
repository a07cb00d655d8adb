import { eq } from 'drizzle-orm'
import { hashToken, randomToken } from '#app/shared/auth/tokens.server.ts'
import { guestCategory, member, organization, signIn as signIns } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { account } from '#tests/factories/organizations.ts'

export type Stage = { id: string; slug: string; category: string; categoryId: string }

let last = 0

/** A published event with room for everybody in one hot category, whose condition on seats still counts. */
export async function openStage(): Promise<Stage> {
  const made = await event({ slug: `bench-${++last}` })
  await database()
    .update(guestCategory)
    .set({ capacity: 100_000_000 })
    .where(eq(guestCategory.id, made.guest.id))
  return { id: made.id, slug: made.slug, category: made.guest.code, categoryId: made.guest.id }
}

/** The cookie of an organizer who may see every event there is. */
export async function signIn(): Promise<string> {
  const somebody = await account({ email: `bench-${randomToken()}@example.org` })
  for (const { id } of await database().select({ id: organization.id }).from(organization)) {
    await database().insert(member).values({ organizationId: id, accountId: somebody.id, role: 'admin' })
  }
  const token = randomToken()
  const expiresAt = new Date(Date.now() + 24 * 60 * 60_000)
  await database()
    .insert(signIns)
    .values({ accountId: somebody.id, tokenHash: hashToken(token), expiresAt })
  return `sign-in=${token}`
}
