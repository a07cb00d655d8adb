import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { connection } from './client.server.ts'
import type * as schema from './schema/index.ts'
import { database, inTransaction } from './transaction.server.ts'

/**
 * A statement for pages that are asked for all the time: its SQL is written once for the pool, and not for each asking.
 * Values stand in it as `sql.placeholder`. Inside a transaction it is written for that one.
 */
export function prepared<Statement>(
  write: (db: PostgresJsDatabase<typeof schema>) => Statement,
): () => Statement {
  let kept: { pool: object; statement: Statement } | undefined
  return () => {
    if (inTransaction()) return write(database())
    const { db } = connection()
    if (kept?.pool !== db) kept = { pool: db, statement: write(db) }
    return kept.statement
  }
}
