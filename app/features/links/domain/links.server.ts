import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { link, linkDay, registration, registrationDay, supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { foldVisits } from './counting/count-visits.server.ts'

export type StoredLink = typeof link.$inferSelect

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** An event has posters and partners, not thousands of them; those put away do not count. */
export const mostLinks = 200

/** One link of an event, or refused. */
export async function getLink(ctx: Context, eventId: string, linkId: string): Promise<StoredLink> {
  await requireEventRight(ctx, 'event.edit', eventId)
  const [found] = uuid.test(linkId)
    ? await database()
        .select()
        .from(link)
        .where(and(eq(link.eventId, eventId), eq(link.id, linkId)))
    : []
  if (!found) throw new Refusal('link-missing', 'missing')
  return found
}

export type LinkFigures = StoredLink & {
  requests: number
  people: number
  unsure: number
  registered: number
  /** Supporters of initiatives who came by it. */
  joined: number
}

/** The links of an event, those put away too, the newest first, each with its three figures: asked for, likely by people, became something. */
export async function listLinks(ctx: Context, eventId: string): Promise<LinkFigures[]> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await foldVisits()
  const counted = database()
    .select({
      linkId: linkDay.linkId,
      person: sql<number>`sum(${linkDay.person})::int`.as('person'),
      unsure: sql<number>`sum(${linkDay.unsure})::int`.as('unsure'),
      machine: sql<number>`sum(${linkDay.machine})::int`.as('machine'),
    })
    .from(linkDay)
    .groupBy(linkDay.linkId)
    .as('counted')
  const became = database()
    .select({
      linkId: registrationDay.linkId,
      registered: sql<number>`sum(${registrationDay.count})::int`.as('registered'),
    })
    .from(registrationDay)
    .where(eq(registrationDay.eventId, eventId))
    .groupBy(registrationDay.linkId)
    .as('became')
  const joined = database()
    .select({ linkId: supporter.linkId, joined: sql<number>`count(*)::int`.as('joined') })
    .from(supporter)
    .where(and(eq(supporter.state, 'joined'), isNotNull(supporter.linkId)))
    .groupBy(supporter.linkId)
    .as('supported')
  const rows = await database()
    .select({
      link,
      joined: joined.joined,
      person: counted.person,
      unsure: counted.unsure,
      machine: counted.machine,
      registered: became.registered,
    })
    .from(link)
    .leftJoin(counted, eq(counted.linkId, link.id))
    .leftJoin(became, eq(became.linkId, link.id))
    .leftJoin(joined, eq(joined.linkId, link.id))
    .where(eq(link.eventId, eventId))
    .orderBy(desc(link.createdAt), link.id)
  return rows.map(({ link: of, person, unsure, machine, registered, joined: supported }) => ({
    ...of,
    requests: (person ?? 0) + (unsure ?? 0) + (machine ?? 0),
    people: person ?? 0,
    unsure: unsure ?? 0,
    registered: registered ?? 0,
    joined: supported ?? 0,
  }))
}

/** How many registered by no link at all. */
export async function countWithoutLink(eventId: string): Promise<number> {
  const [row] = await database()
    .select({ count: sql<number>`coalesce(sum(${registrationDay.count}), 0)::int` })
    .from(registrationDay)
    .where(and(eq(registrationDay.eventId, eventId), isNull(registrationDay.linkId)))
  return row?.count ?? 0
}

/** The days on which a link was asked for, the latest first. */
export async function listLinkDays(linkId: string, most = 60) {
  await foldVisits()
  return database()
    .select({
      day: linkDay.day,
      person: linkDay.person,
      machine: linkDay.machine,
      unsure: linkDay.unsure,
    })
    .from(linkDay)
    .where(eq(linkDay.linkId, linkId))
    .orderBy(desc(linkDay.day))
    .limit(most)
}

/** Whether anybody, person or machine, ever asked for a link, registered or joined an initiative by it: then it can no longer be deleted. */
export async function isLinkUsed(linkId: string): Promise<boolean> {
  await foldVisits()
  const [row] = await database()
    .select({
      isUsed: sql<boolean>`exists (select from ${linkDay} where link_id = ${linkId})
        or exists (select from ${registration} where link_id = ${linkId})
        or exists (select from ${supporter} where link_id = ${linkId})`,
    })
    .from(link)
    .where(eq(link.id, linkId))
  return row?.isUsed ?? false
}
