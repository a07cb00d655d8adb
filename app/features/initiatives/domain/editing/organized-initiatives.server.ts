import { and, asc, desc, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { type Right, rolesThatMay } from '#app/shared/permissions/rights.ts'
import { initiative, initiativeOrganization, member, organization } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The initiatives that the actor edits, as a member of a body that carries them. */
export async function listOrganizedInitiatives(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  const own = database()
    .select({ one: sql`1` })
    .from(initiativeOrganization)
    .innerJoin(member, eq(member.organizationId, initiativeOrganization.organizationId))
    .where(
      and(
        eq(initiativeOrganization.initiativeId, initiative.id),
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('initiative.edit')),
      ),
    )
  return database()
    .select({
      id: initiative.id,
      slug: initiative.slug,
      name: initiative.name,
      publishedAt: initiative.publishedAt,
      bodies: sql<TranslatedText[]>`(
        select coalesce(json_agg(o.name order by i.position, o.short_name), '[]')
        from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
        where i.initiative_id = ${initiative}.id)`,
    })
    .from(initiative)
    .where(and(exists(own), isNull(initiative.removedAt)))
    .orderBy(asc(initiative.position), desc(initiative.createdAt), asc(initiative.slug))
}

/** The initiative that an organizer's page is about, for members of a body that carries it; refused to everybody else. */
export async function getOrganizedInitiative(ctx: Context, slug: string, right: Right) {
  const [found] = await database()
    .select()
    .from(initiative)
    .where(and(eq(initiative.slug, slug), isNull(initiative.removedAt)))
  if (!found) throw new Refusal('initiative-missing', 'missing')
  await requireInitiativeRight(ctx, right, found.id)
  return found
}
