import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { person, personMerge } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { findDuplicates } from './duplicates.ts'
import { knownToHosts } from './known-to-hosts.server.ts'

const most = 20_000
const shown = {
  id: person.id,
  name: person.name,
  email: person.email,
  position: person.position,
  affiliation: person.affiliation,
}

/** Pairs of the people whom an event's hosts know that may be one, likeliest first: two statements, however many. */
export async function listDuplicates(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const all = await database()
    .select({ id: person.id, name: person.name, otherNames: person.otherNames, email: person.email })
    .from(person)
    .where(and(knownToHosts(eventId), isNull(person.mergedIntoId)))
    .orderBy(asc(person.createdAt), asc(person.id))
    .limit(most)
  const pairs = findDuplicates(all).slice(0, 100)
  if (pairs.length === 0) return []
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const rows = await database().select(shown).from(person).where(inArray(person.id, ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const added = new Map(all.map(({ id }, at) => [id, at]))
  return pairs.flatMap(({ a, b, reason, score }) => {
    // The older record is proposed to stay.
    const [older, newer] = (added.get(a) ?? 0) <= (added.get(b) ?? 0) ? [a, b] : [b, a]
    const [kept, gone] = [byId.get(older), byId.get(newer)]
    return kept && gone ? [{ kept, gone, reason, score }] : []
  })
}

/** Merges that can be taken back, the last one first. */
export async function listMerges(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const gone = alias(person, 'gone')
  return database()
    .select({
      id: personMerge.id,
      keptId: personMerge.keptId,
      kept: person.name,
      gone: gone.name,
      mergedAt: personMerge.mergedAt,
    })
    .from(personMerge)
    .innerJoin(person, eq(person.id, personMerge.keptId))
    .innerJoin(gone, eq(gone.id, personMerge.goneId))
    .where(and(isNull(personMerge.undoneAt), isNull(person.mergedIntoId), knownToHosts(eventId)))
    .orderBy(desc(personMerge.mergedAt))
    .limit(50)
}
