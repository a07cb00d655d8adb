import { asc, eq, inArray } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event, host, member, series } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from '../event-lock.server.ts'

type Placed = {
  eventId: string
  /** A series that is there, a new one by its name, or none. */
  series: { id: string } | { name: { vi: string; en: string } } | null
  edition: string
}

/** Says of which series an event is which edition; answers whether anything changed. */
export async function placeInSeries(ctx: Context, { eventId, ...placed }: Placed): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    const seriesId = await seriesOf(ctx, placed.series, before.seriesId)
    const edition = seriesId ? placed.edition : ''
    if (seriesId === before.seriesId && edition === before.edition) return false
    await tx.update(event).set({ seriesId, edition, updatedAt: ctx.now }).where(eq(event.id, eventId))
    await recordActivity(ctx, {
      verb: seriesId ? 'event.in-series' : 'event.out-of-series',
      eventId,
      subjectId: eventId,
      subjectName: textIn(before.title, ctx.locale),
    })
    // The editions before and after lead to this one.
    await pageChanged(pageTag.event(eventId), pageTag.home)
    return true
  })
}

async function seriesOf(
  ctx: Context,
  wanted: Placed['series'],
  current: string | null,
): Promise<string | null> {
  if (!wanted) return null
  if ('name' in wanted) {
    const [made] = await database()
      .insert(series)
      .values({ name: write(wanted.name, ctx.locale), createdAt: ctx.now })
      .returning({ id: series.id })
    return made?.id ?? null
  }
  if (wanted.id === current || ctx.actor.kind === 'system') return wanted.id
  const own = await listOwnSeries(ctx)
  if (!own.some((one) => one.id === wanted.id)) throw new Refusal('series-missing', 'missing')
  return wanted.id
}

/** The series that the actor's organizations have events of. */
export async function listOwnSeries(ctx: Context) {
  if (ctx.actor.kind !== 'account') return []
  const hosted = database()
    .select({ seriesId: event.seriesId })
    .from(event)
    .innerJoin(host, eq(host.eventId, event.id))
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(eq(member.accountId, ctx.actor.accountId))
  return database()
    .select({ id: series.id, name: series.name })
    .from(series)
    .where(inArray(series.id, hosted))
    .orderBy(asc(series.createdAt))
}
