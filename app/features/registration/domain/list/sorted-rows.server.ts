import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type ListOrder, type OrderColumn, readOrder } from './list-order.ts'
import { rowColumns } from './registration-rows.server.ts'

type Place = { way: 'after' | 'before'; id: string } | null

const keys: Record<OrderColumn, SQL> = {
  name: sql`(registration.name collate "vi-x-icu")`,
  organization: sql`(registration.affiliation collate "vi-x-icu")`,
  state: sql`registration.state`,
  arrived: sql`registration.arrival`,
}

/**
 * Rows in an order of their own, from a row on: the cursor names it, and what it is sorted by is read from it, so that no
 * name stands in an address. Read backward they come the other way round.
 */
export function listSortedRows(
  scope: SQL | undefined,
  order: ListOrder,
  { place, limit }: { place: Place; limit: number },
) {
  const { column, isDescending } = readOrder(order)
  const key = keys[column]
  const goesDown = isDescending !== (place?.way === 'before')
  const inOrder = goesDown ? desc : asc
  const beyond = place
    ? sql`(${key}, registration.id) ${goesDown ? sql`<` : sql`>`} (
        select ${key}, registration.id from registration where registration.id = ${place.id}::uuid)`
    : undefined
  return database()
    .select(rowColumns)
    .from(registration)
    .where(and(scope, beyond))
    .orderBy(inOrder(key), inOrder(registration.id))
    .limit(limit)
}
