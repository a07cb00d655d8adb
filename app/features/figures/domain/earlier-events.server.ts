import { and, desc, eq, exists, inArray, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import { event, host, member } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** As many as a list to choose from can hold. */
const mostChoices = 40

export type EarlierEvent = Awaited<ReturnType<typeof listEarlierEvents>>[number]

/**
 * The earlier events that one may be compared with, those of its own series first, then the latest: each has a host in
 * common with it, of which whoever asks is a member that sees its desk.
 */
export async function listEarlierEvents(
  ctx: Context,
  of: { id: string; startsAt: Date; seriesId: string | null },
) {
  await requireEventRight(ctx, 'event.read', of.id)
  if (ctx.actor.kind !== 'account') return []
  const common = alias(host, 'common')
  const shared = database()
    .select({ one: sql`1` })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .innerJoin(common, and(eq(common.organizationId, host.organizationId), eq(common.eventId, of.id)))
    .where(
      and(
        eq(host.eventId, event.id),
        eq(member.accountId, ctx.actor.accountId),
        inArray(member.role, rolesThatMay('event.read')),
      ),
    )
  const isEdition = sql<boolean>`${event.seriesId} is not null and ${event.seriesId} is not distinct from ${of.seriesId}::uuid`
  return database()
    .select({
      id: event.id,
      slug: event.slug,
      title: event.title,
      startsAt: event.startsAt,
      timeZone: event.timeZone,
      isEdition,
    })
    .from(event)
    .where(and(lt(event.startsAt, of.startsAt), isNull(event.removedAt), exists(shared)))
    .orderBy(desc(isEdition), desc(event.startsAt))
    .limit(mostChoices)
}

/** The one that was asked for, or the earlier edition where nothing was; null for none. */
export function chosenEarlier(choices: readonly EarlierEvent[], asked: string | null): EarlierEvent | null {
  if (asked === null) return choices.find(({ isEdition }) => isEdition) ?? null
  return choices.find(({ slug }) => slug === asked) ?? null
}
