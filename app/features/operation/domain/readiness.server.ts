import { connection } from '#db/client.server.ts'
import { migrationLevel } from '#db/migrate.server.ts'

/** Whether the database answers and has its tables. */
export async function isDatabaseReady(): Promise<boolean> {
  const { count } = await migrationLevel(connection().sql)
  return count > 0
}
