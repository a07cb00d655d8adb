import { and, asc, desc, eq, exists, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight, requireRoles, rolesColumn } from '#app/shared/permissions/permissions.server.ts'
import { type Right, roleMay } from '#app/shared/permissions/rights.ts'
import { event, guestCategory, host, member, outbox, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { eventMoved, findBySlugOfOld } from './event-slugs.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The event an organizer's page is about, with what the actor may do there; refused to everybody else. */
export async function getOrganizedEvent(ctx: Context, slug: string, right: Right) {
  const [found] = await database()
    .select({ event, venue, roles: rolesColumn(ctx, sql`"event"."id"`) })
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(and(eq(event.slug, slug), isNull(event.removedAt)))
  if (!found) {
    const moved = await findBySlugOfOld(slug)
    if (!moved) throw new Refusal('event-missing', 'missing')
    await requireEventRight(ctx, right, moved.id)
    throw eventMoved(slug, moved.slug)
  }
  const { roles } = found
  requireRoles(ctx, right, roles)
  return {
    ...found.event,
    venue: found.venue,
    may: (asked: Right) => roles.some((role) => roleMay(role, asked)),
  }
}

export type OrganizedEvent = Awaited<ReturnType<typeof getOrganizedEvent>>
export type StoredEvent = Omit<OrganizedEvent, 'may'>
export type StoredCategory = Awaited<ReturnType<typeof listCategories>>[number]

/** The events that the actor's organizations host, next first, with their seats and the state of their mail. */
export async function listOrganizedEvents(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  const own = database()
    .select({ one: sql`1` })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(and(eq(host.eventId, event.id), eq(member.accountId, ctx.actor.accountId)))
  return database()
    .select({
      id: event.id,
      slug: event.slug,
      title: event.title,
      kind: event.kind,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      capacity: event.capacity,
      seated: event.seated,
      publishedAt: event.publishedAt,
      cancelledAt: event.cancelledAt,
      accent: event.accent,
      isDemo: event.isDemo,
      city: venue.city,
      waiting: sql<number>`(select coalesce(sum(pending + waitlisted), 0)::int from ${guestCategory} c where c.event_id = ${event.id})`,
      failedMails: sql<number>`(select count(*)::int from (select 1 from ${outbox} o where o.event_id = ${event.id} and o.state = 'failed' limit 100) f)`,
    })
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .where(and(exists(own), isNull(event.removedAt)))
    .orderBy(desc(event.startsAt))
}

/** The guest categories of an event in their order, with their counters. */
export async function listCategories(eventId: string) {
  return database()
    .select()
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
    .orderBy(asc(guestCategory.position))
}

/** One category of this event, or refused. */
export async function getCategory(eventId: string, categoryId: string) {
  const [found] = uuid.test(categoryId)
    ? await database()
        .select()
        .from(guestCategory)
        .where(and(eq(guestCategory.eventId, eventId), eq(guestCategory.id, categoryId)))
    : []
  if (!found) throw new Refusal('category-missing', 'missing')
  return found
}
