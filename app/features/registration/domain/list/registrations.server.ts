import { and } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { ListOrder } from './list-order.ts'
import { type RegistrationCursor, readCursor, writeCursor } from './registration-cursor.ts'
import { beyond, listRows, type RegistrationRow } from './registration-rows.server.ts'
import { filterCondition, type RegistrationFilter, rightFor, scopeOf } from './registration-scope.server.ts'
import { searchParts } from './registration-search.server.ts'
import { withTags } from './row-tags.server.ts'
import { listSortedRows } from './sorted-rows.server.ts'

type Shown = { cursor?: string | null | undefined; sort?: ListOrder | undefined }

const pageSize = 50

/**
 * One page of an event's registrations, newest arrivals first; in a search those spelled as typed come before the
 * others. `previous` and `next` are cursors. Pages go on from a row, not from a count, so rows that come or go
 * meanwhile neither repeat nor hide others.
 */
export async function listRegistrations(ctx: Context, eventId: string, filter: RegistrationFilter & Shown) {
  await requireEventRight(ctx, rightFor(filter), eventId)
  if (filter.sort) return sortedPage(eventId, filter, filter.sort)
  const [scope, parts] = await Promise.all([filterCondition(eventId, filter), searchParts(filter.q ?? '')])
  const cursor = readCursor(filter.cursor)
  const isBackward = cursor?.way === 'before'
  const phases = parts.map((_, phase) => phase).filter((phase) => !cursor || reaches(cursor, phase))
  const found: PlacedRow[] = []
  for (const phase of isBackward ? phases.reverse() : phases) {
    const bound = cursor?.phase === phase ? beyond(cursor, isBackward) : undefined
    const way = { isBackward, limit: pageSize + 1 - found.length }
    const rows = await listRows(and(scope, bound), parts[phase], way)
    found.push(...rows.map((row) => ({ ...row, phase })))
    if (found.length > pageSize) break
  }
  const hasMore = found.length > pageSize
  const page = found.slice(0, pageSize)
  if (isBackward) page.reverse()
  const first = page[0]
  const last = page.at(-1)
  return {
    rows: await withTags(page.map(({ phase: _, ...row }) => row)),
    previous: first && (isBackward ? hasMore : cursor) ? writeCursor({ ...first, way: 'before' }) : null,
    next: last && (isBackward || hasMore) ? writeCursor({ ...last, way: 'after' }) : null,
  }
}

/** A page of the list in an order of its own; words of a search are not ranked then. */
async function sortedPage(eventId: string, filter: RegistrationFilter & Shown, sort: ListOrder) {
  const place = readCursor(filter.cursor)
  const isBackward = place?.way === 'before'
  const found = await listSortedRows(await scopeOf(eventId, filter), sort, { place, limit: pageSize + 1 })
  const rows = found.slice(0, pageSize)
  if (isBackward) rows.reverse()
  const hasMore = found.length > pageSize
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows: await withTags(rows),
    previous:
      first && (isBackward ? hasMore : place) ? writeCursor({ ...first, phase: 0, way: 'before' }) : null,
    next: last && (isBackward || hasMore) ? writeCursor({ ...last, phase: 0, way: 'after' }) : null,
  }
}

const mostPrinted = 2000

/** Everybody whom a filter lets through, A to Z, for a list on paper; refuses one that nobody would print. */
export async function listForPrint(ctx: Context, eventId: string, filter: RegistrationFilter) {
  await requireEventRight(ctx, rightFor(filter), eventId)
  const scope = await scopeOf(eventId, filter)
  const rows = await listSortedRows(scope, 'name', { place: null, limit: mostPrinted + 1 })
  if (rows.length > mostPrinted) throw new Refusal('print-too-long', 'state', { most: String(mostPrinted) })
  return withTags(rows)
}

/** A row of the list, as its page shows it. */
export type ListedRegistration = RegistrationRow & { tags: string[] }

type PlacedRow = RegistrationRow & { phase: number }

function reaches(cursor: RegistrationCursor, phase: number): boolean {
  return cursor.way === 'before' ? phase <= cursor.phase : phase >= cursor.phase
}
