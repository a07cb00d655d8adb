import { and, eq, isNull } from 'drizzle-orm'
import { hashToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { addressChange, event, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { isWrittenTo } from './written-to.ts'

/** How long the link to prove a new address works. */
export const addressProofLasts = 24 * 60 * 60_000

/** What a link to prove an address is for, also when it is dead; null when it never was one of ours. */
export async function findAddressChange(ctx: Context, link: string) {
  const [found] = await database()
    .select({
      id: addressChange.id,
      registrationId: registration.id,
      eventId: registration.eventId,
      email: addressChange.email,
      locale: registration.locale,
      state: registration.state,
      usedAt: addressChange.usedAt,
      expiresAt: addressChange.expiresAt,
      slug: event.slug,
      title: event.title,
      accent: event.accent,
      publishedAt: event.publishedAt,
    })
    .from(addressChange)
    .innerJoin(registration, eq(registration.id, addressChange.registrationId))
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(eq(addressChange.tokenHash, hashToken(link)))
  if (!found) return null
  const { usedAt, expiresAt, state, ...change } = found
  return { ...change, isOpen: !usedAt && expiresAt > ctx.now && isWrittenTo(state) }
}

/** Ends the links that were mailed before, and forgets the addresses they went to. */
export async function endAddressChanges(ctx: Context, registrationId: string): Promise<void> {
  await withTransaction((tx) =>
    tx
      .update(addressChange)
      .set({ usedAt: ctx.now, email: '' })
      .where(and(eq(addressChange.registrationId, registrationId), isNull(addressChange.usedAt))),
  )
}
