import { sql } from 'drizzle-orm'
import { onCommit, withTransaction } from '#db/transaction.server.ts'

export const pageChannel = 'page_changed'

type Listener = (tags: string[]) => void
const key = Symbol.for('ban-tron.page-listeners')
const held = globalThis as { [key]?: Set<Listener> }
held[key] ??= new Set()
const listeners = held[key]

/**
 * Says, in the transaction that changes it, that what `tags` name is shown differently now: every process drops its
 * cached pages when the change commits, this one before the verb returns.
 */
export async function pageChanged(...tags: string[]): Promise<void> {
  await withTransaction((tx) => tx.execute(sql`select pg_notify(${pageChannel}, ${tags.join(' ')})`))
  onCommit(() => forgetPages(tags))
}

/** Drops this process's pages; for verbs that notify the others inside a statement of their own. */
export function forgetPages(tags: string[]) {
  for (const listener of listeners) listener(tags)
}

export function onPageChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tags: the event's own pages, its seat numbers, a person, and the lists across events. */
export const pageTag = {
  event: (eventId: string) => `event:${eventId}`,
  seats: (eventId: string) => `seats:${eventId}`,
  /** The screens of its live room: they change with every turn. */
  live: (eventId: string) => `live:${eventId}`,
  initiative: (initiativeId: string) => `initiative:${initiativeId}`,
  list: (listId: string) => `list:${listId}`,
  link: (linkId: string) => `link:${linkId}`,
  everything: 'all',
  home: 'home',
}
