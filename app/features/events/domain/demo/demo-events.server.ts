import { and, asc, eq, exists, inArray, isNull, lt, not, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { activity, event, host, initiative, member, person, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'

/** How long what was removed can still come back: longer than any act is held. */
const keptMinutes = 15

/**
 * The events that the seed planted, which the actor may remove: an admin of every host may. With what people did there
 * since, so that nothing of theirs goes untold.
 */
export async function listDemoEvents(ctx: Context) {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const admins = database()
    .select({ id: member.organizationId })
    .from(member)
    .where(and(eq(member.accountId, sql`${accountId}::uuid`), eq(member.role, 'admin')))
  const foreign = database()
    .select({ one: sql`1` })
    .from(host)
    .where(and(eq(host.eventId, event.id), not(inArray(host.organizationId, admins))))
  return database()
    .select({
      id: event.id,
      title: event.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      timeZone: event.timeZone,
      guests: sql<number>`(select count(*)::int from ${registration} r where r.event_id = "event"."id")`,
      changes: sql<number>`(select count(*)::int from ${activity} a where a.event_id = "event"."id" and a.account_id is not null)`,
    })
    .from(event)
    .where(and(eq(event.isDemo, true), isNull(event.removedAt), not(exists(foreign))))
    .orderBy(asc(event.startsAt))
}

/** Takes demo events from everybody's sight. They are deleted when that cannot be taken back any more. */
export async function removeDemoEvents(
  ctx: Context,
  { organizationId, eventIds }: { organizationId: string; eventIds: readonly string[] },
): Promise<void> {
  await requireOrganizationRight(ctx, 'members.edit', organizationId)
  await withTransaction(async (tx) => {
    const own = (await listDemoEvents(ctx)).filter(({ id }) => eventIds.includes(id))
    if (own.length === 0) throw new Refusal('demo-missing', 'missing')
    const ids = own.map(({ id }) => id)
    await tx
      .select({ id: event.id })
      .from(event)
      .where(inArray(event.id, ids))
      .orderBy(event.id)
      .for('update')
    await tx
      .update(event)
      .set({ removedAt: ctx.now, publishedAt: null })
      .where(and(inArray(event.id, ids), eq(event.isDemo, true)))
    await recordActivity(ctx, {
      verb: 'demo.removed',
      organizationId,
      subjectId: organizationId,
      subjectName: own.map(({ title }) => textIn(title, ctx.locale)).join(', '),
    })
    await pageChanged(pageTag.everything)
  })
}

/**
 * Deletes the events that were removed for good, then the people and initiatives of the seed that belong to no event any
 * more. Run by the clock.
 */
export async function eraseRemovedEvents(ctx: Context): Promise<number> {
  const over = new Date(ctx.now.getTime() - keptMinutes * 60_000)
  return withTransaction(async (tx) => {
    const gone = await tx.delete(event).where(lt(event.removedAt, over)).returning({ id: event.id })
    if (gone.length === 0) return 0
    const [left] = await tx.select({ id: event.id }).from(event).where(eq(event.isDemo, true)).limit(1)
    if (!left) await tx.delete(initiative).where(eq(initiative.isDemo, true))
    await tx.delete(person).where(and(eq(person.isDemo, true), sql.raw(`not (${inUse})`)))
    await pageChanged(pageTag.everything)
    return gone.length
  })
}

/** Somebody whom an event still knows, who speaks or is quoted there, or into whom another record was merged. */
const inUse = ['event_person', 'appearance', 'award_winner', 'film_credit', 'juror', 'note', 'registration']
  .map((table) => `exists (select 1 from ${table} used where used.person_id = person.id)`)
  .concat('exists (select 1 from person other where other.kept_id = person.id and other.id <> person.id)')
  .join(' or ')
