import { and, eq, isNull } from 'drizzle-orm'
import { note } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** How many actions of an event are still to be done. */
export function countOpenActions(eventId: string): Promise<number> {
  return database().$count(
    note,
    and(eq(note.eventId, eventId), eq(note.kind, 'action'), isNull(note.doneAt), isNull(note.removedAt)),
  )
}
