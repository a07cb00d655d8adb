import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { connection, type Transaction } from './client.server.ts'
import type * as schema from './schema/index.ts'

type Scope = { tx: Transaction; afterCommit: (() => void)[] }
const scopes = new AsyncLocalStorage<Scope>()

/** Runs `work` in one transaction, or joins the one that is already open around the caller. */
export async function withTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = scopes.getStore()
  if (outer) return work(outer.tx)
  const afterCommit: (() => void)[] = []
  const result = await connection().db.transaction((tx) => scopes.run({ tx, afterCommit }, () => work(tx)))
  for (const run of afterCommit) run()
  return result
}

/** Runs `work` when the open transaction has committed; never when it rolls back. At once when there is none. */
export function onCommit(work: () => void) {
  const scope = scopes.getStore()
  if (scope) scope.afterCommit.push(work)
  else work()
}

/** For reads: the open transaction when there is one, else the pool. */
export function database(): PostgresJsDatabase<typeof schema> {
  return scopes.getStore()?.tx ?? connection().db
}

export function inTransaction(): boolean {
  return scopes.getStore() !== undefined
}
