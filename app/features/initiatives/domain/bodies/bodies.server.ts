import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import type { Transaction } from '#db/client.server.ts'
import {
  account,
  initiative,
  initiativeOrganization,
  initiativeRequest,
  member,
  organization,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bodies that carry an initiative, in their order. */
export function listBodies(initiativeId: string) {
  return database()
    .select({ id: organization.id, slug: organization.slug, name: organization.name })
    .from(initiativeOrganization)
    .innerJoin(organization, eq(organization.id, initiativeOrganization.organizationId))
    .where(eq(initiativeOrganization.initiativeId, initiativeId))
    .orderBy(asc(initiativeOrganization.position), asc(organization.shortName))
}

/** The bodies that were asked to carry it and have not answered, the first asked first. */
export function listBodyRequests(initiativeId: string) {
  return database()
    .select({ id: initiativeRequest.id, name: organization.name, createdAt: initiativeRequest.createdAt })
    .from(initiativeRequest)
    .innerJoin(organization, eq(organization.id, initiativeRequest.organizationId))
    .where(eq(initiativeRequest.initiativeId, initiativeId))
    .orderBy(asc(initiativeRequest.createdAt))
}

/** The organizations that could still be asked. */
export function listOtherBodies(initiativeId: string) {
  const already = database()
    .select({ one: sql`1` })
    .from(initiativeOrganization)
    .where(
      and(
        eq(initiativeOrganization.initiativeId, initiativeId),
        eq(initiativeOrganization.organizationId, organization.id),
      ),
    )
  const asked = database()
    .select({ one: sql`1` })
    .from(initiativeRequest)
    .where(
      and(
        eq(initiativeRequest.initiativeId, initiativeId),
        eq(initiativeRequest.organizationId, organization.id),
      ),
    )
  return database()
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(notExists(already), notExists(asked)))
    .orderBy(asc(organization.shortName))
}

/** What the bodies are asked to carry of which the actor is an admin: enough to decide, and no more. */
export async function listInitiativesAskedOf(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  return database()
    .select({
      id: initiativeRequest.id,
      organization: { slug: organization.slug, name: organization.name },
      askedBy: account.name,
      name: initiative.name,
      summary: initiative.summary,
      bodies: sql<TranslatedText[]>`(
        select coalesce(jsonb_agg(o.name order by i.position, o.short_name), '[]')
        from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
        where i.initiative_id = ${initiative.id})`,
    })
    .from(initiativeRequest)
    .innerJoin(organization, eq(organization.id, initiativeRequest.organizationId))
    .innerJoin(member, eq(member.organizationId, initiativeRequest.organizationId))
    .innerJoin(initiative, eq(initiative.id, initiativeRequest.initiativeId))
    .leftJoin(account, eq(account.id, initiativeRequest.askedById))
    .where(
      and(
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('initiative.bodies')),
        sql`${initiative.removedAt} is null`,
      ),
    )
    .orderBy(asc(initiativeRequest.createdAt))
}

type Key = { id: string } & ({ organizationId: string } | { initiativeId: string })

/** Takes a request off the list, for whoever answers it or takes it back; refused when it is not there any more. */
export async function takeBodyRequest(tx: Transaction, key: Key) {
  const of =
    'initiativeId' in key
      ? eq(initiativeRequest.initiativeId, key.initiativeId)
      : eq(initiativeRequest.organizationId, key.organizationId)
  const [taken] = uuid.test(key.id)
    ? await tx
        .delete(initiativeRequest)
        .where(and(eq(initiativeRequest.id, key.id), of))
        .returning()
    : []
  if (!taken) throw new Refusal('initiative-request-missing', 'missing')
  return taken
}
