import { and, asc, eq, inArray } from 'drizzle-orm'
import { addCampaign } from '#app/features/campaigns/domain/edit-campaign.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { member, organization } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'
import { ensureNewsList } from './news.server.ts'

/**
 * A campaign to those supporters of an initiative who wish for news, of the body that its writer works for. It says
 * nothing yet: it is written, looked at, counted and held as every campaign is.
 */
export async function beginNews(
  ctx: Context,
  initiative: SupportedInitiative,
): Promise<{ organization: string; campaignId: string }> {
  await requireInitiativeRight(ctx, 'initiative.edit', initiative.id)
  const body = await bodyOf(ctx, initiative)
  return withTransaction(async (tx) => {
    const news = await ensureNewsList(tx, initiative, body.id)
    if (!news) throw new Refusal('list-closed', 'state')
    const { id } = await addCampaign(ctx, {
      organizationId: body.id,
      details: {
        name: textIn(initiative.name, ctx.locale),
        eventId: null,
        subject: {},
        audience: { lists: [news.id], match: 'all', conditions: [] },
        perHour: null,
        perDomainHour: null,
      },
    })
    return { organization: body.slug, campaignId: id }
  })
}

/** The first body of the initiative in which whoever asks may write campaigns. */
async function bodyOf(ctx: Context, { bodies }: SupportedInitiative) {
  const ids = bodies.map((body) => body.id)
  if (ctx.actor.kind !== 'account' || ids.length === 0) throw new Refusal('organization-missing', 'missing')
  const [found] = await database()
    .select({ id: organization.id, slug: organization.slug })
    .from(organization)
    .innerJoin(member, eq(member.organizationId, organization.id))
    .where(
      and(
        inArray(organization.id, ids),
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('organization.edit')),
      ),
    )
    .orderBy(asc(organization.shortName))
    .limit(1)
  if (!found) throw new Refusal('right-missing', 'rights', { right: 'organization.edit' })
  return found
}
