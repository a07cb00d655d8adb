import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { person, personWords, portrait } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isKeptRecord } from './kept-person.server.ts'
import { isAmong, seenAt } from './known-to-hosts.server.ts'
import { byName, peopleSearch } from './people-search.server.ts'

/** Somebody to choose: the name as written, what tells namesakes apart in the reader's language, and whether the event has them already. */
export type PersonToChoose = {
  id: string
  name: string
  note: string
  portraitId: string | null
  isHere: boolean
}

const pageSize = 10
const mostPages = 200

/**
 * One page of those whom the actor can choose at an event, by name, other spelling, position or body, whatever the
 * diacritics: the event's own people first, then those spelled as typed, those of such a name, and by protocol. `next` is the page after it.
 */
export async function searchPeopleToChoose(
  ctx: Context,
  eventId: string,
  { q, page }: { q: string; page: number },
): Promise<{ people: PersonToChoose[]; next: number | null }> {
  await requireEventRight(ctx, 'people.read', eventId)
  const [search, names] = await Promise.all([peopleSearch(q, personWords), peopleSearch(q)])
  const isHere = isAmong(eventId)
  const at = Math.min(Math.max(1, page), mostPages)
  const order = [
    sql`${isHere} desc`,
    ...(search && names
      ? [sql`(${search.asTyped}) is true desc`, sql`${beginsWith(q)} desc`, sql`(${names.found}) desc`]
      : []),
    sql`${person.precedence}, ${byName(ctx)}, ${person.id}`,
  ]
  const rows = await people(ctx, eventId, isHere, search?.found)
    .orderBy(...order)
    .limit(pageSize + 1)
    .offset((at - 1) * pageSize)
  return {
    people: rows.slice(0, pageSize).map((row) => inLanguage(ctx, row)),
    next: rows.length > pageSize && at < mostPages ? at + 1 : null,
  }
}

/** These people, in the order in which they are asked for; whom the actor does not see is left out. */
export async function listPeopleToChoose(
  ctx: Context,
  eventId: string,
  ids: readonly string[],
): Promise<PersonToChoose[]> {
  await requireEventRight(ctx, 'people.read', eventId)
  if (ids.length === 0) return []
  const rows = await people(ctx, eventId, isAmong(eventId), inArray(person.id, [...ids]))
  const found = new Map(rows.map((row) => [row.id, inLanguage(ctx, row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function people(ctx: Context, eventId: string, isHere: SQL, which?: SQL) {
  const { id, name, position, affiliation } = person
  return database()
    .select({ id, name, position, affiliation, portraitId: portrait.id, isHere: sql<boolean>`${isHere}` })
    .from(person)
    .leftJoin(portrait, and(eq(portrait.personId, person.id), isNull(portrait.removedAt)))
    .where(and(isKeptRecord, seenAt(ctx, eventId), which))
    .$dynamic()
}

// With its table: of joined tables the words of the index would be anybody's.
const beginsWith = (q: string) =>
  sql`starts_with(search_text(${person.name}), search_text(${q.normalize('NFC').trim()}))`

type Row = Awaited<ReturnType<typeof people>>[number]

function inLanguage(ctx: Context, { position, affiliation, ...row }: Row): PersonToChoose {
  const words = [position, affiliation].map((text) => textIn(text, ctx.locale))
  return { ...row, note: words.filter(Boolean).join(', ') }
}
