import { write } from '#app/shared/i18n/translated-text.ts'
import { note } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'

/** A note of an event, behind the verbs' back: without a version of its own. */
export async function noteOf(
  event: { id: string; startsAt: Date },
  values: Partial<typeof note.$inferInsert> = {},
) {
  const n = nextNumber()
  const row = {
    eventId: event.id,
    kind: 'statement' as const,
    saidAt: event.startsAt,
    authorName: 'test',
    text: write({ vi: `Ghi chép ${n}`, en: `Note ${n}` }),
    ...values,
  }
  return first(await database().insert(note).values(row).returning())
}
