import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import type { SubscriptionState } from '#app/shared/vocabulary.ts'
import { contact, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type ContactCursor, readCursor, writeCursor } from './contact-cursor.ts'

const pageSize = 50
/** A search looks at so many rows in their order before it asks its index, which sorts all it finds. */
const nearest = 3000

type Of = { id: string; organizationId: string }
type Filter = { q?: string | undefined; state?: SubscriptionState | undefined }

/**
 * One page of the contacts on a list, the newest first. `previous` and `next` are cursors: pages go on from a row, not
 * from a count, so that a million rows cost what fifty do.
 */
export async function listContacts(ctx: Context, of: Of, filter: Filter & { cursor?: string | null }) {
  await requireOrganizationRight(ctx, 'organization.edit', of.organizationId)
  const cursor = readCursor(filter.cursor)
  const isBackward = cursor?.way === 'before'
  const scope = and(
    eq(subscription.listId, of.id),
    filter.state && eq(subscription.state, filter.state),
    cursor ? beyond(sql`${subscription.createdAt}`, cursor) : undefined,
  )
  const words = await searchedWords(filter.q ?? '')
  const found =
    words.length > 0 ? await searchRows(of, scope, words, isBackward) : await rowsOf(scope, isBackward)
  const hasMore = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (isBackward) rows.reverse()
  const place = (row: ContactRow | undefined, way: ContactCursor['way']) =>
    row ? writeCursor({ way, at: row.createdAt.getTime(), id: row.id }) : null
  return {
    rows,
    previous: (isBackward ? hasMore : cursor) ? place(rows[0], 'before') : null,
    next: isBackward || hasMore ? place(rows.at(-1), 'after') : null,
  }
}

export type ContactRow = Awaited<ReturnType<typeof rowsOf>>[number]

async function rowsOf(
  scope: SQL | undefined,
  isBackward: boolean,
  words: string[] = [],
  size = pageSize + 1,
) {
  const order = isBackward ? asc : desc
  const near = database()
    .select({
      contactId: subscription.contactId,
      state: subscription.state,
      place: subscription.place,
      createdAt: subscription.createdAt,
    })
    .from(subscription)
    .where(scope)
    .orderBy(order(subscription.createdAt), order(subscription.contactId))
    .limit(size)
    .as('near')
  return database()
    .select({
      id: contact.id,
      email: contact.email,
      name: contact.name,
      locale: contact.locale,
      state: near.state,
      place: near.place,
      createdAt: near.createdAt,
    })
    .from(near)
    .innerJoin(contact, eq(contact.id, near.contactId))
    .where(held(words))
    .orderBy(order(near.createdAt), order(near.contactId))
    .limit(pageSize + 1)
}

/** Words that many share are found among the nearest rows; those that are rare there are asked of the index. */
async function searchRows(
  { organizationId }: Of,
  scope: SQL | undefined,
  words: string[],
  isBackward: boolean,
) {
  const near = await rowsOf(scope, isBackward, words, nearest)
  if (near.length > pageSize) return near
  const order = isBackward ? asc : desc
  // A sum is in no index: the order tempts nobody to read a million rows for a word of none.
  const since = sql`(${subscription.createdAt} + interval '0')`
  return database()
    .select({
      id: contact.id,
      email: contact.email,
      name: contact.name,
      locale: contact.locale,
      state: subscription.state,
      place: subscription.place,
      createdAt: subscription.createdAt,
    })
    .from(contact)
    .innerJoin(subscription, eq(subscription.contactId, contact.id))
    .where(and(eq(contact.organizationId, organizationId), held(words), scope))
    .orderBy(order(since), order(subscription.contactId))
    .limit(pageSize + 1)
}

function held(words: string[]): SQL | undefined {
  return and(...words.map((word) => holdsWord(sql`${contact.search}`, word)))
}

function beyond(at: SQL, { way, at: from, id }: ContactCursor): SQL {
  const moment = sql`${new Date(from).toISOString()}::timestamptz`
  return sql`(${at}, ${subscription.contactId}) ${way === 'before' ? sql`>` : sql`<`} (${moment}, ${id}::uuid)`
}
