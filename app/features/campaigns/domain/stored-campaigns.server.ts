import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import type { RecipientReason, RecipientState } from '#app/shared/vocabulary.ts'
import { campaign, campaignBlock, event } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type StoredCampaign = typeof campaign.$inferSelect
export type StoredBlock = typeof campaignBlock.$inferSelect

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const campaignsOnPage = 50

/** One campaign of an organization, or refused. */
export async function getCampaign(
  ctx: Context,
  organizationId: string,
  campaignId: string,
): Promise<StoredCampaign> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const [found] = uuid.test(campaignId)
    ? await database()
        .select()
        .from(campaign)
        .where(and(eq(campaign.id, campaignId), eq(campaign.organizationId, organizationId)))
    : []
  if (!found) throw new Refusal('campaign-missing', 'missing')
  return found
}

/** The campaigns of an organization, the newest first, a page at a time, and how many there are. */
export async function listCampaigns(ctx: Context, organizationId: string, page: number) {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const own = eq(campaign.organizationId, organizationId)
  const [rows, total] = await Promise.all([
    database()
      .select({
        id: campaign.id,
        name: campaign.name,
        state: campaign.state,
        scheduledAt: campaign.scheduledAt,
        startedAt: campaign.startedAt,
        event: event.title,
        timeZone: event.timeZone,
        recipients: sql<number>`(select count(*) from campaign_recipient r where r.campaign_id = ${campaign.id})::int`,
        sent: sql<number>`(
          select count(*) from campaign_recipient r where r.campaign_id = ${campaign.id} and r.state = 'sent'
        )::int`,
      })
      .from(campaign)
      .leftJoin(event, eq(event.id, campaign.eventId))
      .where(own)
      .orderBy(desc(campaign.createdAt), asc(campaign.id))
      .limit(campaignsOnPage)
      .offset((page - 1) * campaignsOnPage),
    database().$count(campaign, own),
  ])
  return { rows, total }
}

/** What a campaign says, in its order. */
export function listBlocks(campaignId: string): Promise<StoredBlock[]> {
  return database()
    .select()
    .from(campaignBlock)
    .where(eq(campaignBlock.campaignId, campaignId))
    .orderBy(asc(campaignBlock.position), asc(campaignBlock.id))
}

export type LedgerLine = { state: RecipientState; reason: RecipientReason | null; count: number }

/** What became of everybody, counted: the lines add up to the audience, always. */
export async function countLedger(campaignId: string): Promise<LedgerLine[]> {
  return database().execute<LedgerLine>(sql`
    select state, reason, count(*)::int as count from campaign_recipient
    where campaign_id = ${campaignId} group by 1, 2 order by 1, 2`)
}

/** How many left in the last five minutes, and in the hour that the limits are about. */
export async function countPace(campaignId: string): Promise<{ lastMinutes: number; lastHour: number }> {
  const [pace] = await database().execute<{ lastMinutes: number; lastHour: number }>(sql`
    select
      count(*) filter (where state = 'sent' and known_at > now() - interval '5 minutes')::int as "lastMinutes",
      count(*) filter (where fed_at > now() - interval '1 hour')::int as "lastHour"
    from campaign_recipient where campaign_id = ${campaignId} and fed_at > now() - interval '2 hours'`)
  return pace ?? { lastMinutes: 0, lastHour: 0 }
}
