import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { addressChange, guestCategory, guestTag, registration, registrationTag } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The tags of a registration, by name; empty when it has none. Inside it a column without its table would be the tag's. */
export const tagNames = sql<string[]>`(
  select coalesce(json_agg(t.name order by t.name collate "vi-x-icu"), '[]')
  from registration_tag rt join guest_tag t on t.id = rt.tag_id where rt.registration_id = registration.id
)`

/** A guest as the form of organizers knows them; of another event's, or none, it refuses (404). */
export async function getGuest(ctx: Context, eventId: string, registrationId: string) {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const guest = uuid.test(registrationId) ? await findGuest(eventId, registrationId) : null
  if (!guest) throw new Refusal('registration-missing', 'missing')
  return guest
}

/** The same for verbs, in their transaction. */
export async function findGuest(eventId: string, registrationId: string) {
  const [found] = await withTransaction((tx) =>
    tx
      .select({
        id: registration.id,
        state: registration.state,
        email: registration.email,
        name: registration.name,
        organization: registration.affiliation,
        position: registration.jobTitle,
        language: registration.locale,
        category: guestCategory.code,
        categoryName: guestCategory.name,
        isVip: registration.isVip,
        note: registration.note,
        tags: tagNames,
        revision: registration.revision,
      })
      .from(registration)
      .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId))),
  )
  return found ?? null
}

export type Guest = NonNullable<Awaited<ReturnType<typeof findGuest>>>

/** The tags that are in use at an event, by name. For readers whose right was checked. */
export async function listGuestTags(eventId: string): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ name: guestTag.name, order: sql`${guestTag.name} collate "vi-x-icu"` })
    .from(guestTag)
    .innerJoin(registrationTag, eq(registrationTag.tagId, guestTag.id))
    .where(eq(guestTag.eventId, eventId))
    .orderBy(asc(sql`${guestTag.name} collate "vi-x-icu"`))
  return rows.map(({ name }) => name)
}

/** The address that a guest is asked to prove, while its link works. For readers whose right was checked. */
export async function findAskedAddress(ctx: Context, registrationId: string) {
  const [found] = await database()
    .select({ email: addressChange.email, expiresAt: addressChange.expiresAt })
    .from(addressChange)
    .where(
      and(
        eq(addressChange.registrationId, registrationId),
        isNull(addressChange.usedAt),
        gt(addressChange.expiresAt, ctx.now),
      ),
    )
  return found ?? null
}
