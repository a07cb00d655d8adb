import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { listSpokenFor } from '#app/features/quotas/domain/quota-right.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight, rolesAtEvent } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { guestInvitation, quota, registration, securityEntry } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isAsking, securityListOf } from './security-list.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who decides about the hosts sees all guests; other organizers see those whom their own organization asked. */
async function seenBy(ctx: Context, eventId: string): Promise<SQL | undefined> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  if (ctx.actor.kind === 'system') return undefined
  if ((await rolesAtEvent(ctx, eventId)).some((role) => roleMay(role, 'hosts.edit'))) return undefined
  const own = database()
    .select({ id: guestInvitation.registrationId })
    .from(guestInvitation)
    .innerJoin(quota, eq(quota.id, guestInvitation.quotaId))
    .where(
      and(
        eq(quota.eventId, eventId),
        eq(guestInvitation.state, 'accepted'),
        inArray(quota.organizationId, await listSpokenFor(ctx)),
      ),
    )
  return inArray(registration.id, own)
}

const shownName = sql<string>`coalesce(${securityEntry.documentName}, ${registration.name})`

/** Who comes in, A to Z by Vietnamese rules; the guests whom somebody brings stand as the guest named them. */
function listRows(where: SQL | undefined) {
  return database()
    .select({
      id: registration.id,
      name: registration.name,
      documentName: shownName,
      affiliation: registration.affiliation,
      given: securityEntry.given,
      /** Whether the guest or an organizer has looked at it. */
      isGiven: sql<boolean>`${securityEntry.registrationId} is not null`,
      companions: registration.companions,
      companionNames: registration.companionNames,
    })
    .from(registration)
    .leftJoin(securityEntry, eq(securityEntry.registrationId, registration.id))
    .where(and(eq(registration.state, 'confirmed'), where))
    .orderBy(asc(sql`${shownName} collate "vi-x-icu"`), asc(registration.id))
}

export type SecurityRow = Awaited<ReturnType<typeof listRows>>[number]

/** How many come, how many of them have given their details, and how many they bring. */
export async function countSecurityGuests(ctx: Context, eventId: string) {
  const seen = await seenBy(ctx, eventId)
  const [counts] = await database()
    .select({
      guests: sql<number>`count(*)::int`,
      given: sql<number>`count(${securityEntry.registrationId})::int`,
      companions: sql<number>`coalesce(sum(${registration.companions}), 0)::int`,
    })
    .from(registration)
    .leftJoin(securityEntry, eq(securityEntry.registrationId, registration.id))
    .where(and(eq(registration.eventId, eventId), eq(registration.state, 'confirmed'), seen))
  return { ...(counts ?? { guests: 0, given: 0, companions: 0 }), isOwnOnly: seen !== undefined }
}

/** The list as it goes to the venue. Who opened it, as a page or as a file, is recorded. */
export async function openSecurityList(
  ctx: Context,
  event: { id: string } & Parameters<typeof securityListOf>[0],
  form: 'page' | 'csv',
): Promise<SecurityRow[]> {
  const seen = await seenBy(ctx, event.id)
  // Gone at its hour for everybody, however late the clock is.
  if (!isAsking(securityListOf(event), ctx.now)) throw new Refusal('security-list-gone', 'missing')
  const rows = await listRows(and(eq(registration.eventId, event.id), seen))
  await recordActivity(ctx, {
    verb: 'security.opened',
    eventId: event.id,
    details: { form, count: rows.length },
  })
  return rows
}

/** One guest, or refused: neighbours stand in the list of registrations, but what they gave for this one is not shown. */
export async function getSecurityGuest(ctx: Context, eventId: string, id: string) {
  const seen = await seenBy(ctx, eventId)
  const [found] = uuid.test(id)
    ? await database()
        .select({
          id: registration.id,
          eventId: registration.eventId,
          name: registration.name,
          affiliation: registration.affiliation,
          isSeen: sql<boolean>`${seen ?? sql`true`}`,
        })
        .from(registration)
        .where(and(eq(registration.eventId, eventId), eq(registration.id, id)))
    : []
  if (!found) throw new Refusal('registration-missing', 'missing')
  if (!found.isSeen) throw new Refusal('right-missing', 'rights', { right: 'hosts.edit' })
  return found
}
