import { and, asc, eq, sql } from 'drizzle-orm'
import { hashToken, randomToken, saltedToken } from '#app/shared/auth/tokens.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { event, guestInvitation, host, organization, quota } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { requireOwnQuota } from './quota-right.server.ts'

/** A new link for a guest: what is stored of it opens nothing. */
export function newGuestLink() {
  const tokenSalt = randomToken()
  return { tokenSalt, tokenHash: hashToken(guestToken(tokenSalt)) }
}

export const guestToken = (tokenSalt: string) => saltedToken('guest-invitation', tokenSalt)

/** Whom a host asked on these places, as Vietnamese names are sorted; its own organizers' alone to see. */
export async function listGuests(ctx: Context, eventId: string, quotaId: string) {
  await requireOwnQuota(ctx, eventId, quotaId)
  return database()
    .select({
      id: guestInvitation.id,
      state: guestInvitation.state,
      name: guestInvitation.name,
      email: guestInvitation.email,
      affiliation: guestInvitation.affiliation,
      answeredAt: guestInvitation.answeredAt,
      remindedAt: guestInvitation.remindedAt,
      replacedBy: sql<string | null>`(
        select r.name from guest_invitation r where r.id = ${guestInvitation}.replaced_by_id
      )`,
      createdAt: guestInvitation.createdAt,
    })
    .from(guestInvitation)
    .where(eq(guestInvitation.quotaId, quotaId))
    .orderBy(asc(sql`${guestInvitation.name} collate "vi-x-icu"`), asc(guestInvitation.createdAt))
}

/** The invitation that a personal link opens, with what its page shows; refuses (404) a token that opens none. */
export async function getInvitationByToken(token: string) {
  const [found] = await database()
    .select({
      id: guestInvitation.id,
      quotaId: guestInvitation.quotaId,
      eventId: guestInvitation.eventId,
      state: guestInvitation.state,
      name: guestInvitation.name,
      locale: guestInvitation.locale,
      registrationId: guestInvitation.registrationId,
      organization: organization.name,
      slug: event.slug,
      title: event.title,
      hostTitle: host.title,
      greeting: host.greeting,
      accent: event.accent,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      publishedAt: event.publishedAt,
      cancelledAt: event.cancelledAt,
      securityAsks: event.securityAsks,
      securityPurgesAt: event.securityPurgesAt,
      securityPurgedAt: event.securityPurgedAt,
    })
    .from(guestInvitation)
    .innerJoin(quota, eq(quota.id, guestInvitation.quotaId))
    .innerJoin(organization, eq(organization.id, quota.organizationId))
    .innerJoin(event, eq(event.id, guestInvitation.eventId))
    .leftJoin(host, and(eq(host.eventId, quota.eventId), eq(host.organizationId, quota.organizationId)))
    .where(eq(guestInvitation.tokenHash, hashToken(token)))
  if (!found) throw new Refusal('link-unknown', 'missing')
  const { hostTitle, ...invited } = found
  return { ...invited, title: hostTitle && textIn(hostTitle, found.locale) ? hostTitle : invited.title }
}

/** One invitation on these places, or refused. */
export async function getGuest(quotaId: string, id: string) {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
  const [found] = isId
    ? await database()
        .select()
        .from(guestInvitation)
        .where(and(eq(guestInvitation.quotaId, quotaId), eq(guestInvitation.id, id)))
    : []
  if (!found) throw new Refusal('guest-missing', 'missing')
  return found
}
