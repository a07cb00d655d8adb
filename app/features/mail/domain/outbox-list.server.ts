import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import type { MailKind, OutboxState } from '#app/shared/vocabulary.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export const pageSize = 50

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page of the list ends: the time and id of its last mail, so that no page depends on how long the list is. */
export type OutboxCursor = { createdAt: Date; id: string }

export function writeCursor({ createdAt, id }: OutboxCursor): string {
  return `${createdAt.toISOString()}_${id}`
}

/** The cursor of an address, or undefined when it is none. */
export function readCursor(text: string | null): OutboxCursor | undefined {
  const [at = '', id = ''] = (text ?? '').split('_')
  const createdAt = new Date(at)
  return uuid.test(id) && !Number.isNaN(createdAt.getTime()) ? { createdAt, id } : undefined
}

type OutboxFilter = {
  state?: OutboxState | undefined
  after?: OutboxCursor | undefined
  /** Words of a name, an address or a subject, with or without diacritics. */
  q?: string
  /** The kinds whose names have these words: a mail that was not sent yet has no subject. */
  kinds?: MailKind[]
}

/** The event's mails, newest first. For readers whose right to the outbox was checked. */
export async function listOutbox(eventId: string, { state, after, q = '', kinds = [] }: OutboxFilter) {
  const found = await searchOf(q, kinds)
  const rows = await database()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      recipientName: outbox.recipientName,
      recipientEmail: outbox.recipientEmail,
      attempts: outbox.attempts,
      lastError: outbox.lastError,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(
      and(eq(outbox.eventId, eventId), state && eq(outbox.state, state), found, after && olderThan(after)),
    )
    .orderBy(desc(outbox.createdAt), outbox.id)
    .limit(pageSize + 1)
  const mails = rows.slice(0, pageSize)
  const last = mails.at(-1)
  return { mails, next: rows.length > pageSize && last ? writeCursor(last) : null }
}

async function searchOf(typed: string, kinds: MailKind[]): Promise<SQL | undefined> {
  const words = await searchedWords(typed)
  if (words.length === 0) return undefined
  const text = sql`search_text(${outbox.recipientName} || ' ' || ${outbox.recipientEmail} || ' ' || coalesce(${outbox.subject}, ''))`
  const holds = words.map((word) => holdsWord(text, word))
  return or(and(...holds), kinds.length > 0 ? inArray(outbox.kind, kinds) : undefined)
}

/** One mail of this event, or refused. */
export async function getMail(eventId: string, mailId: string) {
  const [found] = uuid.test(mailId)
    ? await database()
        .select()
        .from(outbox)
        .where(and(eq(outbox.id, mailId), eq(outbox.eventId, eventId)))
    : []
  if (!found) throw new Refusal('mail-missing', 'missing')
  return found
}

// In the order of the index: the time goes down, the id goes up.
function olderThan({ createdAt, id }: OutboxCursor) {
  const at = sql`${createdAt.toISOString()}::timestamptz`
  return sql`${outbox.createdAt} <= ${at} and (${outbox.createdAt} < ${at} or ${outbox.id} > ${id})`
}
