import { and, eq, inArray } from 'drizzle-orm'
import type { Locale } from '#app/shared/vocabulary.ts'
import {
  campaign,
  campaignLink,
  campaignRecipient,
  event,
  link,
  list,
  organization,
  subscription,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type CampaignBlock, listShownBlocks } from './shown-blocks.server.ts'

export type CampaignBasis = {
  campaign: typeof campaign.$inferSelect
  organization: typeof organization.$inferSelect
  /** The colour of the event that it promotes. */
  accent: string
  blocks: CampaignBlock[]
  /** The counted addresses that stand for those its words name. */
  links: { locale: Locale; url: string; code: string }[]
  /** What its lists are called. */
  lists: Map<string, typeof list.$inferSelect>
}

/** What campaigns say as things stand now, a few statements for all of them. */
export async function findCampaigns(ids: string[]): Promise<Map<string, CampaignBasis>> {
  if (ids.length === 0) return new Map()
  const [campaigns, blocks, links, lists] = await Promise.all([
    database()
      .select({ campaign, organization, accent: event.accent })
      .from(campaign)
      .innerJoin(organization, eq(organization.id, campaign.organizationId))
      .leftJoin(event, eq(event.id, campaign.eventId))
      .where(inArray(campaign.id, ids)),
    listShownBlocks(ids),
    database()
      .select({
        campaignId: campaignLink.campaignId,
        locale: campaignLink.locale,
        url: campaignLink.url,
        code: link.code,
      })
      .from(campaignLink)
      .innerJoin(link, eq(link.id, campaignLink.linkId))
      .where(inArray(campaignLink.campaignId, ids)),
    database()
      .select({ list })
      .from(list)
      .innerJoin(campaign, eq(campaign.organizationId, list.organizationId))
      .where(inArray(campaign.id, ids)),
  ])
  return new Map(
    campaigns.map((row) => {
      const own = <T extends { campaignId: string }>(of: T) => of.campaignId === row.campaign.id
      return [
        row.campaign.id,
        {
          ...row,
          accent: row.accent ?? '',
          blocks: blocks.filter(own),
          links: links.filter(own),
          lists: new Map(lists.map((one) => [one.list.id, one.list])),
        },
      ]
    }),
  )
}

/** Which of these recipients are still on the list by which they are reached. */
export async function listSubscribed(recipients: number[]): Promise<Set<number>> {
  if (recipients.length === 0) return new Set()
  const rows = await database()
    .select({ id: campaignRecipient.id })
    .from(campaignRecipient)
    .innerJoin(
      subscription,
      and(
        eq(subscription.contactId, campaignRecipient.contactId),
        eq(subscription.listId, campaignRecipient.listId),
        eq(subscription.state, 'confirmed'),
      ),
    )
    .where(inArray(campaignRecipient.id, recipients))
  return new Set(rows.map(({ id }) => id))
}
