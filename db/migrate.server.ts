import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const migrationLock = 8_201_103

/**
 * Brings the database to this program's level; several processes may call it at once (drizzle's `migrate` has no lock
 * of its own). Refuses a database that a newer program has already migrated further.
 */
export async function migrateDatabase(url: string, root: string): Promise<{ applied: number }> {
  const folder = path.join(root, 'db', 'migrations')
  const journal = JSON.parse(await readFile(path.join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const db = drizzle(client)
  try {
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`)
    const before = await migrationLevel(client)
    if (before.newest > newest) {
      throw new Error(
        'This database belongs to a newer Bàn Tròn: start that version, or restore an older backup.',
      )
    }
    await migrate(db, { migrationsFolder: folder })
    return { applied: (await migrationLevel(client)).count - before.count }
  } finally {
    await client.end({ timeout: 5 })
  }
}

/** How far a database is migrated: the number of migrations, and the stamp of the newest. */
export async function migrationLevel(client: postgres.Sql): Promise<{ count: number; newest: number }> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return { count: 0, newest: 0 }
  const [row] =
    await client`select count(*)::int as count, max(created_at) as newest from drizzle.__drizzle_migrations`
  return { count: row?.count ?? 0, newest: Number(row?.newest ?? 0) }
}
