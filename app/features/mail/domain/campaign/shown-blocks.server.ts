import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { campaignBlock, event, picture, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Shown = {
  event: typeof event.$inferSelect | null
  /** As it was published last: a draft is nobody's news. */
  session: PublishedSession | null
  picture: typeof picture.$inferSelect | null
  venue: typeof venue.$inferSelect | null
}
export type CampaignBlock = typeof campaignBlock.$inferSelect & Shown

/** What the parts of campaigns show, by their ids, as somebody chooses it now: instead of what is stored. */
type Chosen = Record<string, string | null>

/** The parts of campaigns, each with the event, session or picture that it shows; a session with its event. */
export async function listShownBlocks(ids: string[], chosen: Chosen = {}): Promise<CampaignBlock[]> {
  const subject = subjectOf(chosen)
  const rows = await database()
    .select({ block: campaignBlock, event, picture, venue, session: publishedSession(subject) })
    .from(campaignBlock)
    .leftJoin(picture, and(sql`${picture.id} = ${subject}`, isNull(picture.removedAt)))
    .leftJoin(event, and(sql`${event.id} = ${eventOf(subject)}`, isNull(event.removedAt)))
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(inArray(campaignBlock.campaignId, ids))
    .orderBy(asc(campaignBlock.position), asc(campaignBlock.id))
  return rows.map(({ block, ...shown }) => ({ ...block, ...shown }))
}

function subjectOf(chosen: Chosen): SQL {
  if (Object.keys(chosen).length === 0) return sql`${campaignBlock.subjectId}`
  const given = sql`${JSON.stringify(chosen)}::jsonb`
  return sql`case when ${given} ? ${campaignBlock.id}::text
    then (${given} ->> ${campaignBlock.id}::text)::uuid else ${campaignBlock.subjectId} end`
}

const eventOf = (subject: SQL) => sql`case ${campaignBlock.kind} when 'event' then ${subject}
  when 'session' then (select s.event_id from session s where s.id = ${subject}) end`

const publishedSession = (
  subject: SQL,
) => sql<PublishedSession | null>`case ${campaignBlock.kind} when 'session' then (
  select one from (
    select agenda from agenda_version v where v.event_id = ${event.id} order by number desc limit 1
  ) last, jsonb_array_elements(last.agenda -> 'sessions') one
  where one ->> 'id' = (${subject})::text
) end`
