import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { SupporterKind } from '#app/shared/vocabulary.ts'
import {
  contact,
  event,
  host,
  initiative,
  initiativeOrganization,
  list,
  picture,
  session,
  supporterCount,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** As many as a choice of them can be read through. */
const mostOffered = 200

/** The events that an organization hosts, the latest first. */
export function listHostedEvents(organizationId: string): Promise<{ id: string; title: TranslatedText }[]> {
  return database()
    .select({ id: event.id, title: event.title })
    .from(event)
    .innerJoin(host, and(eq(host.eventId, event.id), eq(host.organizationId, organizationId)))
    .where(isNull(event.removedAt))
    .orderBy(desc(event.startsAt), event.id)
    .limit(mostOffered)
}

/** Its lists, with how many confirmed. */
export function listOwnLists(organizationId: string) {
  return database()
    .select({
      id: list.id,
      title: list.title,
      confirmed: sql<number>`coalesce((select n.confirmed from list_count n where n.list_id = ${list.id}), 0)`,
    })
    .from(list)
    .where(eq(list.organizationId, organizationId))
    .orderBy(list.createdAt, list.id)
    .limit(mostOffered)
}

/** The initiatives that it carries, with the kinds of their supporters. */
export async function listSupported(organizationId: string) {
  const rows = await database()
    .select({ id: initiative.id, name: initiative.name, kind: supporterCount.kind })
    .from(initiativeOrganization)
    .innerJoin(initiative, eq(initiative.id, initiativeOrganization.initiativeId))
    .leftJoin(
      supporterCount,
      and(eq(supporterCount.initiativeId, initiative.id), sql`${supporterCount.joined} > 0`),
    )
    .where(and(eq(initiativeOrganization.organizationId, organizationId), isNull(initiative.removedAt)))
    .orderBy(initiative.position, initiative.id, supporterCount.kind)
  const found = new Map<string, { id: string; name: TranslatedText; kinds: Set<SupporterKind> }>()
  for (const { id, name, kind } of rows) {
    const one = found.get(id) ?? { id, name, kinds: new Set<SupporterKind>() }
    if (kind) one.kinds.add(kind)
    found.set(id, one)
  }
  return [...found.values()].map(({ kinds, ...one }) => ({ ...one, kinds: [...kinds] }))
}

/** The countries that its contacts said they live in. */
export async function listCountries(organizationId: string): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ country: contact.country })
    .from(contact)
    .where(and(eq(contact.organizationId, organizationId), sql`${contact.country} is not null`))
    .orderBy(contact.country)
  return rows.flatMap(({ country }) => country ?? [])
}

/** The sessions of an event as published, and its pictures: what a campaign for it can show. */
export async function listShowable(eventId: string | null) {
  if (!eventId) return { sessions: [], pictures: [] }
  const [sessions, pictures] = await Promise.all([
    database()
      .select({ id: session.id, title: session.title })
      .from(session)
      .where(
        and(
          eq(session.eventId, eventId),
          sql`${session.id}::text in (
            select one ->> 'id' from (
              select agenda from agenda_version v where v.event_id = ${eventId} order by number desc limit 1
            ) last, jsonb_array_elements(last.agenda -> 'sessions') one
          )`,
        ),
      )
      .orderBy(session.startsAt, session.id)
      .limit(mostOffered),
    database()
      .select({ id: picture.id, alt: picture.alt })
      .from(picture)
      .where(and(eq(picture.eventId, eventId), isNull(picture.removedAt)))
      .orderBy(picture.position, picture.id)
      .limit(mostOffered),
  ])
  return { sessions, pictures }
}

const home = 'Asia/Ho_Chi_Minh'

/** In whose clocks an hour can be said: the event's, and where our hosts are. */
export async function findZones(eventId: string | null): Promise<string[]> {
  const [at] = eventId
    ? await database().select({ timeZone: event.timeZone }).from(event).where(eq(event.id, eventId))
    : []
  return [...new Set([...(at ? [at.timeZone] : []), home, 'America/New_York', 'America/Los_Angeles', 'UTC'])]
}
