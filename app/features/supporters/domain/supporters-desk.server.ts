import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type ContactCursor, readCursor, writeCursor } from '#app/features/lists/domain/contact-cursor.ts'
import type { Context } from '#app/shared/context.ts'
import { requireInitiativeRight } from '#app/shared/permissions/permissions.server.ts'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import type { SupporterKind, SupporterState } from '#app/shared/vocabulary.ts'
import { supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const pageSize = 50
/** A search looks at so many rows in their order before it asks its index, which sorts all it finds. */
const nearest = 3000
const exportSize = 500

export type DeskFilter = {
  q?: string | undefined
  state?: SupporterState | undefined
  kind?: SupporterKind | undefined
  country?: string | undefined
  isMarked?: boolean | undefined
}

const columns = {
  id: supporter.id,
  email: supporter.email,
  name: supporter.name,
  body: supporter.body,
  kind: supporter.kind,
  country: supporter.country,
  state: supporter.state,
  listedAt: supporter.listedAt,
  newsAt: supporter.newsAt,
  isMarked: supporter.isMarked,
  createdAt: supporter.createdAt,
}

/**
 * One page of an initiative's supporters, the newest first, as its organizers see them. Pages go on from a row; words
 * that many share are found among the nearest rows, rare ones by the index.
 */
export async function listSupporters(
  ctx: Context,
  initiativeId: string,
  { cursor: asked, ...filter }: DeskFilter & { cursor?: string | null },
) {
  await requireInitiativeRight(ctx, 'initiative.edit', initiativeId)
  const cursor = readCursor(asked)
  const isBackward = cursor?.way === 'before'
  const scope = and(narrowed(initiativeId, filter), cursor ? beyond(cursor) : undefined)
  const words = await searchedWords(filter.q ?? '')
  const held = words.map((word) => holdsWord(sql`${supporter.search}`, word))
  const found = await (words.length > 0 ? searchRows(scope, held, isBackward) : rowsOf(scope, isBackward))
  const hasMore = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (isBackward) rows.reverse()
  const place = (row: SupporterRow | undefined, way: ContactCursor['way']) =>
    row ? writeCursor({ way, at: row.createdAt.getTime(), id: row.id }) : null
  return {
    rows,
    previous: (isBackward ? hasMore : cursor) ? place(rows[0], 'before') : null,
    next: isBackward || hasMore ? place(rows.at(-1), 'after') : null,
  }
}

type SupporterRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** Everybody of a filter, a batch at a time as they are asked for: for the file, which says whom it holds. */
export async function* exportBatches(
  initiativeId: string,
  filter: DeskFilter,
): AsyncGenerator<ExportedSupporter[]> {
  const words = await searchedWords(filter.q ?? '')
  const scope = and(
    narrowed(initiativeId, filter),
    ...words.map((word) => holdsWord(sql`${supporter.search}`, word)),
  )
  let last: ExportedSupporter | undefined
  do {
    const batch = await exportBatch(scope, last)
    if (batch.length > 0) yield batch
    last = batch.length === exportSize ? batch.at(-1) : undefined
  } while (last)
}

export type ExportedSupporter = Awaited<ReturnType<typeof exportBatch>>[number]

function exportBatch(scope: SQL | undefined, last: { id: string; createdAt: Date } | undefined) {
  return database()
    .select({
      ...columns,
      offers: supporter.offers,
      seeks: supporter.seeks,
      locale: supporter.locale,
      joinedAt: supporter.joinedAt,
      remark: supporter.remark,
    })
    .from(supporter)
    .where(and(scope, last ? beyond({ way: 'after', at: last.createdAt.getTime(), id: last.id }) : undefined))
    .orderBy(desc(supporter.createdAt), desc(supporter.id))
    .limit(exportSize)
}

function narrowed(initiativeId: string, { state, kind, country, isMarked }: DeskFilter): SQL | undefined {
  return and(
    eq(supporter.initiativeId, initiativeId),
    state && eq(supporter.state, state),
    kind && eq(supporter.kind, kind),
    country ? eq(supporter.country, country) : undefined,
    isMarked ? eq(supporter.isMarked, true) : undefined,
  )
}

function rowsOf(scope: SQL | undefined, isBackward: boolean) {
  const order = isBackward ? asc : desc
  return database()
    .select(columns)
    .from(supporter)
    .where(scope)
    .orderBy(order(supporter.createdAt), order(supporter.id))
    .limit(pageSize + 1)
}

/** Words that many share are found among the nearest rows; those that are rare there are asked of the index. */
async function searchRows(scope: SQL | undefined, held: SQL[], isBackward: boolean) {
  const order = isBackward ? asc : desc
  const near = database()
    .select({ id: supporter.id })
    .from(supporter)
    .where(scope)
    .orderBy(order(supporter.createdAt), order(supporter.id))
    .limit(nearest)
  const close = await database()
    .select(columns)
    .from(supporter)
    .where(and(inArray(supporter.id, near), ...held))
    .orderBy(order(supporter.createdAt), order(supporter.id))
    .limit(pageSize + 1)
  if (close.length > pageSize) return close
  // A sum is in no index: the order tempts nobody to read a hundred thousand rows for a word of none.
  return database()
    .select(columns)
    .from(supporter)
    .where(and(scope, ...held))
    .orderBy(order(sql`(${supporter.createdAt} + interval '0')`), order(supporter.id))
    .limit(pageSize + 1)
}

function beyond({ way, at, id }: ContactCursor): SQL {
  const moment = sql`${new Date(at).toISOString()}::timestamptz`
  return sql`(${supporter.createdAt}, ${supporter.id}) ${way === 'before' ? sql`>` : sql`<`} (${moment}, ${id}::uuid)`
}
