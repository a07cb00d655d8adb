import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { acquaintance, person, personMerge, portrait } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockKnownPeople } from '../known-to-hosts.server.ts'
import { dropPagesOfPerson } from '../pages-of-person.server.ts'
import { requireReach, tellOldAddress } from '../reach.server.ts'
import { gainedFields, type MergedFields } from './merged-person.ts'

/** What undoing needs: values before and after, and what was handed over. */
export type MergeRecord = {
  before: MergedFields
  after: MergedFields
  /** A portrait that went over, records that had been merged into the gone one, organizations that knew only that one. */
  portraitId: string | null
  handedOn: string[]
  organizationIds: string[]
}

type Input = { eventId: string; keptId: string; goneId: string }
type People = { keptId: string; goneId: string }

/**
 * Makes one person of two records. Nothing of the gone one is deleted: its sessions, invitations and links count as the
 * kept one's from now on, and an undo gives both back. Answers the id of the merge and the events that are concerned.
 */
export async function mergePeople(ctx: Context, { eventId, keptId, goneId }: Input) {
  await requireEventRight(ctx, 'people.edit', eventId)
  if (keptId === goneId) throw new Refusal('person-merge-self', 'invalid')
  return withTransaction(async (tx) => {
    const both = await lockKnownPeople(ctx, tx, eventId, [keptId, goneId])
    const [kept, gone] = [both.get(keptId), both.get(goneId)]
    if (!kept || !gone) throw new Refusal('person-missing', 'missing')
    // Who is made one with another is reached at the other's address.
    await requireReach(ctx, [keptId, goneId])
    const after = gainedFields(kept, gone, ctx.locale)
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, kept[field as keyof MergedFields]]),
    ) as MergedFields
    const ids = { keptId, goneId }
    const record: MergeRecord = {
      before,
      after,
      portraitId: await handOverPortrait(tx, ids),
      handedOn: await handOnMerged(tx, ids),
      organizationIds: await introduce(tx, ids),
    }
    const revision = sql`${person.revision} + 1`
    await tx
      .update(person)
      .set({ ...after, revision })
      .where(eq(person.id, keptId))
    await tx.update(person).set({ mergedIntoId: keptId, revision }).where(eq(person.id, goneId))
    const mergedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const [made] = await tx
      .insert(personMerge)
      .values({ ...ids, before: record, mergedById, mergedAt: ctx.now })
      .returning({ id: personMerge.id })
    if (!made) throw new Error('A merge was inserted without a row')
    await tellOldAddress({ eventId, name: gone.name, before: gone, after: { ...kept, ...after } })
    await dropPagesOfPerson(tx, keptId)
    await recordActivity(ctx, {
      verb: 'person.merged',
      eventId,
      subjectId: keptId,
      subjectName: kept.name,
      details: { gone: gone.name },
    })
    return { mergeId: made.id, eventIds: await eventsOf(tx, ids) }
  })
}

/** The kept one takes the picture of the gone one when it has none. */
async function handOverPortrait(tx: Transaction, { keptId, goneId }: People): Promise<string | null> {
  const [moved] = await tx
    .update(portrait)
    .set({ personId: keptId })
    .where(
      and(
        eq(portrait.personId, goneId),
        isNull(portrait.removedAt),
        sql`not exists (select 1 from portrait k where k.person_id = ${keptId} and k.removed_at is null)`,
      ),
    )
    .returning({ id: portrait.id })
  return moved?.id ?? null
}

/** A record points at the one that is kept in the end: readers take one step only. */
async function handOnMerged(tx: Transaction, { keptId, goneId }: People): Promise<string[]> {
  const moved = await tx
    .update(person)
    .set({ mergedIntoId: keptId })
    .where(eq(person.mergedIntoId, goneId))
    .returning({ id: person.id })
  return moved.map(({ id }) => id)
}

/** Whoever knew the gone one knows the kept one: it stands in their sessions now. */
async function introduce(tx: Transaction, { keptId, goneId }: People): Promise<string[]> {
  const added = await tx.execute<{ id: string }>(sql`
    insert into acquaintance (organization_id, person_id)
    select organization_id, ${keptId}::uuid from acquaintance where person_id = ${goneId}
    on conflict do nothing
    returning organization_id as id`)
  return added.map(({ id }) => id)
}

async function eventsOf(tx: Transaction, { keptId, goneId }: People): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct s.event_id as id from appearance a join session s on s.id = a.session_id
    where a.person_id in (${keptId}, ${goneId})`)
  return rows.map(({ id }) => id)
}

/**
 * Makes two records of one again, as they were: what was written into the kept one since then stays. Merges are undone
 * from the last one back, since a later one may rest on an earlier.
 */
export async function undoMerge(ctx: Context, { eventId, mergeId }: { eventId: string; mergeId: string }) {
  await requireEventRight(ctx, 'people.edit', eventId)
  return withTransaction(async (tx) => {
    const [merge] = await tx.select().from(personMerge).where(eq(personMerge.id, mergeId)).for('update')
    if (!merge) throw new Refusal('merge-missing', 'missing')
    const { keptId, goneId } = merge
    const kept = (await lockKnownPeople(ctx, tx, eventId, [keptId])).get(keptId)
    if (merge.undoneAt || !kept) throw new Refusal('merge-undone', 'state')
    await requireReach(ctx, [keptId])
    const record = merge.before as MergeRecord
    const untouched = (Object.keys(record.after) as (keyof MergedFields)[]).filter((field) =>
      same(kept[field], record.after[field]),
    )
    const restored = Object.fromEntries(untouched.map((field) => [field, record.before[field] ?? null]))
    const revision = sql`${person.revision} + 1`
    await tx
      .update(person)
      .set({ ...restored, revision })
      .where(eq(person.id, keptId))
    await tx.update(person).set({ mergedIntoId: null, revision }).where(eq(person.id, goneId))
    if (record.handedOn.length > 0) {
      await tx.update(person).set({ mergedIntoId: goneId }).where(inArray(person.id, record.handedOn))
    }
    if (record.portraitId) {
      await tx.update(portrait).set({ personId: goneId }).where(eq(portrait.id, record.portraitId))
    }
    if (record.organizationIds.length > 0) {
      await tx
        .delete(acquaintance)
        .where(
          and(
            eq(acquaintance.personId, keptId),
            inArray(acquaintance.organizationId, record.organizationIds),
          ),
        )
    }
    await tx.update(personMerge).set({ undoneAt: ctx.now }).where(eq(personMerge.id, mergeId))
    await dropPagesOfPerson(tx, keptId)
    await recordActivity(ctx, {
      verb: 'person.parted',
      eventId,
      subjectId: keptId,
      subjectName: kept.name,
    })
    return { keptId, goneId, eventIds: await eventsOf(tx, { keptId, goneId }) }
  })
}

function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === 'object' && value !== null ? JSON.stringify(Object.entries(value).sort()) : value
  return plain(a) === plain(b)
}
