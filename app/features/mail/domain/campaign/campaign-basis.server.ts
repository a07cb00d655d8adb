import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import {
  campaign,
  campaignBlock,
  campaignLink,
  campaignRecipient,
  event,
  link,
  list,
  organization,
  picture,
  subscription,
  venue,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Shown = {
  event: typeof event.$inferSelect | null
  /** As it was published last: a draft is nobody's news. */
  session: PublishedSession | null
  picture: typeof picture.$inferSelect | null
  venue: typeof venue.$inferSelect | null
}
export type CampaignBlock = typeof campaignBlock.$inferSelect & Shown
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

/** A part with the event, session or picture that it shows; a session with the event that it belongs to. */
async function listShownBlocks(ids: string[]): Promise<CampaignBlock[]> {
  const rows = await database()
    .select({ block: campaignBlock, event, picture, venue, session: publishedSession })
    .from(campaignBlock)
    .leftJoin(picture, and(eq(picture.id, campaignBlock.subjectId), isNull(picture.removedAt)))
    .leftJoin(event, and(eq(event.id, eventOfBlock), isNull(event.removedAt)))
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(inArray(campaignBlock.campaignId, ids))
    .orderBy(asc(campaignBlock.position), asc(campaignBlock.id))
  return rows.map(({ block, ...shown }) => ({ ...block, ...shown }))
}

const eventOfBlock = sql`case ${campaignBlock.kind} when 'event' then ${campaignBlock.subjectId}
  when 'session' then (select s.event_id from session s where s.id = ${campaignBlock.subjectId}) end`
const publishedSession = sql<PublishedSession | null>`case ${campaignBlock.kind} when 'session' then (
  select one from (
    select agenda from agenda_version v where v.event_id = ${event.id} order by number desc limit 1
  ) last, jsonb_array_elements(last.agenda -> 'sessions') one
  where one ->> 'id' = ${campaignBlock.subjectId}::text
) end`

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
