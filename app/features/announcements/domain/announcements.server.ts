import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AnnouncementGroup, Locale } from '#app/shared/vocabulary.ts'
import { announcement } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Ledger, RecipientFate } from './ledger.ts'
import { addLedgers, fateOf, ledgersOf } from './ledgers.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** More than anybody writes for one event. */
export const mostAnnouncements = 200
/** The latest of them that readers find on the event's page. */
const mostShown = 5
const mostListed = 500

export type Announcement = typeof announcement.$inferSelect
export type ListedAnnouncement = Announcement & { ledger: Ledger }

/** The announcements of an event, drafts first, then the latest; each with what became of its mails. */
export async function listAnnouncements(ctx: Context, eventId: string): Promise<ListedAnnouncement[]> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  const rows = await database()
    .select()
    .from(announcement)
    .where(eq(announcement.eventId, eventId))
    .orderBy(sql`${announcement.sentAt} desc nulls first`, desc(announcement.createdAt), announcement.id)
    .limit(mostAnnouncements)
  return addLedgers(rows)
}

/** One announcement of this event, or refused. */
export async function getAnnouncement(ctx: Context, eventId: string, id: string): Promise<Announcement> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  const [found] = uuid.test(id)
    ? await database()
        .select()
        .from(announcement)
        .where(and(eq(announcement.id, id), eq(announcement.eventId, eventId)))
    : []
  if (!found) throw new Refusal('announcement-missing', 'missing')
  return found
}

/** What became of the mails of one announcement. */
export async function getLedger(announcementId: string): Promise<Ledger> {
  const ledgers = await ledgersOf([announcementId])
  return ledgers.get(announcementId) ?? { recipients: 0, fates: {} }
}

export type RecipientRow = {
  id: string
  name: string
  email: string
  group: AnnouncementGroup
  locale: Locale
  fate: RecipientFate
  mailId: string | null
}

/** Who it went to, those whose mail did not arrive first; who belongs to which host body is for that body to know. */
export async function listRecipients(announcementId: string): Promise<RecipientRow[]> {
  const rows = await database().execute<RecipientRow>(sql`
    select r.id, case when r."group" = 'hosts' then '' else r.name end as name, r."group", r.locale, f.fate,
      case when r."group" = 'hosts' or f.fate = 'erased' then '' else coalesce(f.email, r.email_key) end as email,
      case when r."group" <> 'hosts' then f.mail_id end as "mailId"
    from announcement_recipient r
    cross join lateral ${fateOf} f
    where r.announcement_id = ${announcementId}
    order by array_position(array['failed', 'suppressed', 'waiting', 'left-out', 'sent', 'erased'], f.fate),
      r.name collate "vi-x-icu", r.id
    limit ${mostListed}`)
  return [...rows]
}

/** What readers find on the page of an event, the latest first. */
export async function listShownAnnouncements(eventId: string) {
  return database()
    .select({
      id: announcement.id,
      subject: announcement.subject,
      text: announcement.text,
      sentAt: sql<Date>`${announcement.sentAt}`.mapWith(announcement.sentAt),
    })
    .from(announcement)
    .where(
      and(eq(announcement.eventId, eventId), eq(announcement.isPublic, true), isNotNull(announcement.sentAt)),
    )
    .orderBy(desc(announcement.sentAt))
    .limit(mostShown)
}
