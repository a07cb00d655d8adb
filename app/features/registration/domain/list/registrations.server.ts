import { and } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { type RegistrationCursor, readCursor, writeCursor } from './registration-cursor.ts'
import { beyond, listRows, type RegistrationRow } from './registration-rows.server.ts'
import { filterCondition, type RegistrationFilter } from './registration-scope.server.ts'
import { searchParts } from './registration-search.server.ts'
import { withTags } from './row-tags.server.ts'

const pageSize = 50

/**
 * One page of an event's registrations, newest arrivals first; in a search those spelled as typed come before the
 * others. `previous` and `next` are cursors. Pages go on from a row, not from a count, so rows that come or go
 * meanwhile neither repeat nor hide others.
 */
export async function listRegistrations(
  ctx: Context,
  eventId: string,
  filter: RegistrationFilter & { cursor?: string | null | undefined },
) {
  await requireEventRight(ctx, 'registrations.read', eventId)
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

/** A row of the list, as its page shows it. */
export type ListedRegistration = RegistrationRow & { tags: string[] }

type PlacedRow = RegistrationRow & { phase: number }

function reaches(cursor: RegistrationCursor, phase: number): boolean {
  return cursor.way === 'before' ? phase <= cursor.phase : phase >= cursor.phase
}
