import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { hashToken, saltedToken } from '#app/shared/auth/tokens.server.ts'
import { event, guestCategory, invitation, registration as registrations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'

type Values = Partial<typeof registrations.$inferInsert>
type Category = { id: string; eventId: string }

/** A registration in any state, with the counters and the invitation that belong to it. */
export async function registration(of: Category, values: Values = {}) {
  const n = nextNumber()
  const tokenSalt = randomBytes(16).toString('base64url')
  const email = values.email ?? `guest${n}@example.org`
  const state = values.state ?? 'confirmed'
  const made = first(
    await database()
      .insert(registrations)
      .values({
        eventId: of.eventId,
        categoryId: of.id,
        name: `Khách ${n}`,
        emailKey: email.toLowerCase(),
        locale: 'vi',
        consentAt: new Date(),
        tokenSalt,
        tokenHash: hashToken(saltedToken('registration', tokenSalt)),
        offerExpiresAt: state === 'offered' ? new Date(Date.now() + 86_400_000) : null,
        ...values,
        email,
        state,
      })
      .returning(),
  )
  await database()
    .update(guestCategory)
    .set({ [state]: sql`${guestCategory[state]} + 1` })
    .where(sql`${guestCategory.id} = ${of.id}`)
  if (state === 'confirmed' || state === 'offered') {
    await database()
      .update(event)
      .set({ seated: sql`${event.seated} + 1` })
      .where(sql`${event.id} = ${of.eventId}`)
  }
  if (state === 'confirmed') {
    await database()
      .insert(invitation)
      .values({ uid: randomUUID(), registrationId: made.id, issuedAt: new Date() })
  }
  return made
}
