import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal, type RefusalCode } from '#app/shared/errors.ts'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { host, initiativeOrganization, member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type Right, roleMay } from './rights.ts'

/**
 * Refuses unless the actor may do this for the event: as a member, with a fitting role, of one of its hosts; answers
 * the roles. Somebody of no host body learns nothing (404); a member without the right is told so (403).
 */
export async function requireEventRight(ctx: Context, right: Right, eventId: string): Promise<MemberRole[]> {
  const roles = await rolesAtEvent(ctx, eventId)
  requireRoles(ctx, right, roles)
  return roles
}

/** The same for an initiative, as a member of one of the bodies that carry it. */
export async function requireInitiativeRight(
  ctx: Context,
  right: Right,
  initiativeId: string,
): Promise<MemberRole[]> {
  const roles = await rolesAtInitiative(ctx, initiativeId)
  if (ctx.actor.kind !== 'system') requireRole(roles, right, 'initiative-missing')
  return roles
}

/** The same for one organization: its members, its own list of events. */
export async function requireOrganizationRight(
  ctx: Context,
  right: Right,
  organizationId: string,
): Promise<void> {
  if (ctx.actor.kind === 'system') return
  if (ctx.actor.kind === 'visitor') throw new Refusal('sign-in-needed', 'rights')
  const rows = await database()
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.accountId, ctx.actor.accountId)))
  requireRole(
    rows.map((row) => row.role),
    right,
    'organization-missing',
  )
}

/** The actor's roles over all hosts of an event: what pages use to show only what can be done. */
export async function rolesAtEvent(ctx: Context, eventId: string): Promise<MemberRole[]> {
  if (ctx.actor.kind !== 'account') return []
  const rows = await database()
    .selectDistinct({ role: member.role })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(and(eq(host.eventId, eventId), eq(member.accountId, ctx.actor.accountId)))
  return rows.map((row) => row.role)
}

/** The actor's roles over all bodies of an initiative. */
export async function rolesAtInitiative(ctx: Context, initiativeId: string): Promise<MemberRole[]> {
  if (ctx.actor.kind !== 'account') return []
  const rows = await database()
    .selectDistinct({ role: member.role })
    .from(initiativeOrganization)
    .innerJoin(member, eq(member.organizationId, initiativeOrganization.organizationId))
    .where(
      and(eq(initiativeOrganization.initiativeId, initiativeId), eq(member.accountId, ctx.actor.accountId)),
    )
  return rows.map((row) => row.role)
}

/** The same as a column of a statement that finds the event anyway; `requireRoles` judges them. */
export function rolesColumn(ctx: Context, eventId: SQL): SQL<MemberRole[]> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  return sql<MemberRole[]>`(
    select coalesce(json_agg(distinct m.role), '[]') from ${host} h join ${member} m on m.organization_id = h.organization_id
    where h.event_id = ${eventId} and m.account_id = ${accountId}::uuid
  )`
}

/** Refuses like `requireEventRight`, when the roles are known. */
export function requireRoles(ctx: Context, right: Right, roles: MemberRole[]): void {
  if (ctx.actor.kind !== 'system') requireRole(roles, right, 'event-missing')
}

function requireRole(roles: MemberRole[], right: Right, missing: RefusalCode) {
  if (roles.length === 0) throw new Refusal(missing, 'missing')
  if (!roles.some((role) => roleMay(role, right))) throw new Refusal('right-missing', 'rights', { right })
}
