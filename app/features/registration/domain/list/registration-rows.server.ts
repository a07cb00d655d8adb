import { and, asc, desc, or, type SQL, sql } from 'drizzle-orm'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Place = { arrival: number; id: string }
type Way = { isBackward: boolean; limit: number }

/**
 * How many rows a search looks at in their order before it asks its index, first and, where those held some, once more.
 * A row in order costs a tenth of one that the index names, but few may be what is looked for.
 */
const windows = [2000, 25_000]
const fewest = 4

/** What a row of the list has, in whatever order. */
export const rowColumns = {
  id: registration.id,
  arrival: registration.arrival,
  name: registration.name,
  email: registration.email,
  affiliation: registration.affiliation,
  jobTitle: registration.jobTitle,
  state: registration.state,
  addressAsked: registration.addressAsked,
  categoryId: registration.categoryId,
  createdAt: registration.createdAt,
  isVip: registration.isVip,
  locale: registration.locale,
  beyondCategory: registration.beyondCategory,
  beyondEvent: registration.beyondEvent,
  companions: registration.companions,
}

/** The rows past a place in the list: those that arrived before it, or after it when reading backward. */
export function beyond({ arrival, id }: Place, isBackward: boolean): SQL {
  return past(sql`${registration.arrival}`, { arrival, id }, isBackward)
}

/** Rows in the order of the list, or backward; in a search those alone that `part` of its result lets through. */
export async function listRows(scope: SQL | undefined, part: SQL | undefined, way: Way) {
  return part ? searchRows(scope, part, way) : plainRows(scope, way)
}

export type RegistrationRow = Awaited<ReturnType<typeof plainRows>>[number]

function plainRows(scope: SQL | undefined, { isBackward, limit }: Way) {
  return database()
    .select(rowColumns)
    .from(registration)
    .where(scope)
    .orderBy(...inOrder(isBackward))
    .limit(limit)
}

/**
 * Words that many share are found among the nearest rows, however long the list; only those that are rare there are
 * asked of the index, which sorts all it finds. The planner alone would read a million rows in order for a word of none.
 */
async function searchRows(scope: SQL | undefined, part: SQL, { isBackward, limit }: Way) {
  const found: RegistrationRow[] = []
  let edge: Place | undefined
  for (const size of windows) {
    const within = and(scope, edge && beyond(edge, isBackward))
    const near = await nearRows(within, part, { isBackward, limit: limit - found.length, size })
    found.push(...near.rows)
    edge = near.edge
    if (!edge || found.length === limit) return found
    if (found.length < fewest) break
  }
  return [
    ...found,
    ...(await farRows(scope, part, edge as Place, { isBackward, limit: limit - found.length })),
  ]
}

/**
 * What a search lets through of the next `size` rows, read no further than `limit` of them; `edge` is the last of the
 * `size` when it came to that. One statement, so that nobody who arrives meanwhile moves the edge.
 */
async function nearRows(
  scope: SQL | undefined,
  part: SQL,
  { isBackward, limit, size }: Way & { size: number },
): Promise<{ rows: RegistrationRow[]; edge: Place | undefined }> {
  const order = inOrder(isBackward)
  const nth = sql<number>`(row_number() over (order by ${sql.join(order, sql`, `)}))::int`.as('nth')
  // Named like the table, so that the search reads the same over a part of it.
  const near = database()
    .select({ ...rowColumns, search: registration.search, words: registration.words, nth })
    .from(registration)
    .where(scope)
    .orderBy(...order)
    .limit(size)
    .as('registration')
  const seen = await database()
    .select({ ...rowColumns, nth: near.nth, isFound: sql<boolean>`(${part})` })
    .from(near)
    .where(or(part, sql`${near.nth} = ${size}`))
    .orderBy(...order)
    .limit(limit)
  const rows = seen.filter(({ isFound }) => isFound).map(({ nth: _, isFound: __, ...row }) => row)
  return { rows, edge: seen.find((row) => row.nth === size) }
}

/** The rest of a search beyond an edge, by its index: a sum is in no index, so neither order nor edge tempts to another. */
function farRows(scope: SQL | undefined, part: SQL, edge: Place, { isBackward, limit }: Way) {
  const arrival = sql`(${registration.arrival} + 0)`
  const order = isBackward ? asc : desc
  return database()
    .select(rowColumns)
    .from(registration)
    .where(and(scope, past(arrival, edge, isBackward), part))
    .orderBy(order(arrival), order(registration.id))
    .limit(limit)
}

function inOrder(isBackward: boolean): SQL[] {
  const order = isBackward ? asc : desc
  return [order(registration.arrival), order(registration.id)]
}

function past(arrivedAt: SQL, { arrival, id }: Place, isBackward: boolean): SQL {
  return sql`(${arrivedAt}, ${registration.id}) ${isBackward ? sql`>` : sql`<`} (${arrival}::bigint, ${id}::uuid)`
}
