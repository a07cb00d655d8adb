import { and, asc, eq, inArray, max, notExists, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { account, host, hostRequest, member, organization, signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** By id, or refused. */
export async function getOrganizationById(id: string) {
  const [found] = await database().select().from(organization).where(eq(organization.id, id))
  if (!found) throw new Refusal('organization-missing', 'missing')
  return found
}

/** By the name in its address, or refused. */
export async function getOrganization(slug: string) {
  const [found] = await database().select().from(organization).where(eq(organization.slug, slug))
  if (!found) throw new Refusal('organization-missing', 'missing')
  return found
}

/** The organizations in which the actor has one of these roles. */
export async function listOwnOrganizations(ctx: Context, roles: MemberRole[]) {
  if (ctx.actor.kind !== 'account') return []
  return database()
    .select({ id: organization.id, slug: organization.slug, name: organization.name, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.accountId, ctx.actor.accountId), inArray(member.role, roles)))
    .orderBy(asc(organization.shortName))
}

/** Everybody in an organization, sorted as Vietnamese names are, with when they were last here. */
export async function listMembers(organizationId: string) {
  return database()
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: member.role,
      since: member.createdAt,
      lastSeenAt: max(signIn.lastSeenAt),
    })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .leftJoin(signIn, eq(signIn.accountId, account.id))
    .where(eq(member.organizationId, organizationId))
    .groupBy(account.id, member.role, member.createdAt)
    .orderBy(asc(sql`${account.name} collate "vi-x-icu"`))
}

/** The hosts of an event in their order. */
export async function listHosts(eventId: string) {
  return database()
    .select({
      organizationId: host.organizationId,
      slug: organization.slug,
      shortName: organization.shortName,
      name: organization.name,
      position: host.position,
    })
    .from(host)
    .innerJoin(organization, eq(organization.id, host.organizationId))
    .where(eq(host.eventId, eventId))
    .orderBy(asc(host.position))
}

/** Whether the actor may speak for an organization. */
export async function isAdminOf(ctx: Context, organizationId: string): Promise<boolean> {
  const own = await listOwnOrganizations(ctx, ['admin'])
  return own.some(({ id }) => id === organizationId)
}

/** The organizations that could still be asked to host an event. */
export async function listOtherOrganizations(eventId: string) {
  const already = database()
    .select({ one: sql`1` })
    .from(host)
    .where(and(eq(host.eventId, eventId), eq(host.organizationId, organization.id)))
  const asked = database()
    .select({ one: sql`1` })
    .from(hostRequest)
    .where(and(eq(hostRequest.eventId, eventId), eq(hostRequest.organizationId, organization.id)))
  return database()
    .select({ id: organization.id, shortName: organization.shortName, name: organization.name })
    .from(organization)
    .where(and(notExists(already), notExists(asked)))
    .orderBy(asc(organization.shortName))
}
