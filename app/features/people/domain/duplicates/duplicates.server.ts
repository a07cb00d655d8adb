import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { person, personMerge } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isKeptRecord } from '../kept-person.server.ts'
import { seenAt } from '../known-to-hosts.server.ts'
import { nameWords } from '../name-parts.ts'
import { distinctKeys } from './distinct-people.server.ts'
import { findDuplicates } from './duplicates.ts'

const most = 20_000
const shown = {
  id: person.id,
  name: person.name,
  email: person.email,
  position: person.position,
  affiliation: person.affiliation,
}

/** Pairs of the people whom the actor sees at an event that may be one, likeliest first: three statements, however many. */
export async function listDuplicates(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'people.edit', eventId)
  const all = await database()
    .select({ id: person.id, name: person.name, otherNames: person.otherNames, email: person.email })
    .from(person)
    .where(and(seenAt(ctx, eventId), isKeptRecord))
    .orderBy(asc(person.createdAt), asc(person.id))
    .limit(most)
  const pairs = findDuplicates(all, await distinctKeys(ctx, eventId)).slice(0, 100)
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
    .where(and(isNull(personMerge.undoneAt), isKeptRecord, seenAt(ctx, eventId)))
    .orderBy(desc(personMerge.mergedAt))
    .limit(50)
}

/** Who of the people whom the actor sees there may be this person too, likeliest first; five at most. */
export async function listLikely(
  ctx: Context,
  eventId: string,
  of: { id: string; name: string; otherNames: string; email: string | null },
) {
  const words = [of.name, ...of.otherNames.split('\n')].flatMap(nameWords).filter((word) => word.length > 2)
  const named = words.slice(0, 12).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const near = await database()
    .select({ ...shown, otherNames: person.otherNames })
    .from(person)
    .where(
      and(
        seenAt(ctx, eventId),
        isKeptRecord,
        ne(person.id, of.id),
        or(
          of.email ? sql`lower(${person.email}) = ${of.email.toLowerCase()}` : undefined,
          named.length > 0 ? sql`${person.search} like any(${sql.param(named)}::text[])` : undefined,
          sql`false`,
        ),
      ),
    )
    .limit(2000)
  const byId = new Map(near.map((row) => [row.id, row]))
  return findDuplicates([of, ...near], await distinctKeys(ctx, eventId))
    .filter(({ a, b }) => a === of.id || b === of.id)
    .slice(0, 5)
    .flatMap(({ a, b }) => byId.get(a === of.id ? b : a) ?? [])
}
