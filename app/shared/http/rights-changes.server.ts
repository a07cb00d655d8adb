import { sql } from 'drizzle-orm'
import { connection } from '#db/client.server.ts'
import { database } from '#db/transaction.server.ts'

const channel = 'rights_changed'
const listeners = new Set<() => void>()
let hearing: Promise<unknown> | null = null

/** Tells every process, at this transaction's commit, that somebody may do less than before. */
export async function rightsChanged(): Promise<void> {
  await database().execute(sql`select pg_notify(${channel}, '')`)
}

/** Calls whenever anybody's rights have changed, and when that may have been missed; until `gone`. */
export function onRightsChanged(hear: () => void, gone: AbortSignal): Promise<unknown> {
  listeners.add(hear)
  gone.addEventListener('abort', () => listeners.delete(hear))
  const tell = () => {
    for (const one of listeners) one()
  }
  hearing ??= connection()
    .sql.listen(channel, tell, tell)
    .catch((error) => {
      hearing = null
      throw error
    })
  return hearing
}
