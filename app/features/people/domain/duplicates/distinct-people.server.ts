import { aliasedTable, and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { distinctPeople, person } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { lockKnownPeople, seenAt } from '../known-to-hosts.server.ts'
import { pairKey } from './duplicates.ts'

type Pair = { eventId: string; personId: string; otherId: string }

/** Says that two people who look like one are two: they are not suggested again. Safe to repeat. */
export async function markDistinct(ctx: Context, pair: Pair): Promise<void> {
  await changePair(ctx, pair, 'person.told-apart')
}

/** Takes that back: the two are suggested again while they look like one. Safe to repeat. */
export async function unmarkDistinct(ctx: Context, pair: Pair): Promise<void> {
  await changePair(ctx, pair, 'person.maybe-one')
}

async function changePair(
  ctx: Context,
  { eventId, personId, otherId }: Pair,
  verb: 'person.told-apart' | 'person.maybe-one',
): Promise<void> {
  await requireEventRight(ctx, 'people.edit', eventId)
  if (personId === otherId) throw new Refusal('person-merge-self', 'invalid')
  await withTransaction(async (tx) => {
    const both = await lockKnownPeople(ctx, tx, eventId, [personId, otherId])
    const [firstId, secondId] = [personId, otherId].sort() as [string, string]
    const saidById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const done =
      verb === 'person.told-apart'
        ? await tx
            .insert(distinctPeople)
            .values({ firstId, secondId, saidById, saidAt: ctx.now })
            .onConflictDoNothing()
            .returning({ id: distinctPeople.firstId })
        : await tx
            .delete(distinctPeople)
            .where(and(eq(distinctPeople.firstId, firstId), eq(distinctPeople.secondId, secondId)))
            .returning({ id: distinctPeople.firstId })
    if (done.length === 0) return
    await recordActivity(ctx, {
      verb,
      eventId,
      subjectId: personId,
      subjectName: both.get(personId)?.name ?? '',
      details: { other: both.get(otherId)?.name ?? '' },
    })
  })
}

/** The keys of the pairs that are two people, among those whom the actor sees there. */
export async function distinctKeys(ctx: Context, eventId: string): Promise<ReadonlySet<string>> {
  const known = database().select({ id: person.id }).from(person).where(seenAt(ctx, eventId))
  const rows = await database()
    .select({ a: distinctPeople.firstId, b: distinctPeople.secondId })
    .from(distinctPeople)
    .where(inArray(distinctPeople.firstId, known))
  return new Set(rows.map(({ a, b }) => pairKey(a, b)))
}

/** Pairs that somebody said are two people, the last one first. */
export async function listDistinct(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const other = aliasedTable(person, 'other')
  const known = database().select({ id: person.id }).from(person).where(seenAt(ctx, eventId))
  return database()
    .select({ personId: person.id, name: person.name, otherId: other.id, otherName: other.name })
    .from(distinctPeople)
    .innerJoin(person, eq(person.id, distinctPeople.firstId))
    .innerJoin(other, eq(other.id, distinctPeople.secondId))
    .where(
      and(
        seenAt(ctx, eventId),
        inArray(other.id, known),
        isNull(person.mergedIntoId),
        isNull(other.mergedIntoId),
      ),
    )
    .orderBy(desc(distinctPeople.saidAt), person.id)
    .limit(100)
}
