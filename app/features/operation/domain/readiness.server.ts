import { statfs } from 'node:fs/promises'
import { env } from '#app/shared/env.server.ts'
import { lastOutage, type Outage } from '#app/shared/http/outages.server.ts'
import { outageOf } from '#app/shared/http/refusals.server.ts'
import { connection } from '#db/client.server.ts'
import { migrationLevel } from '#db/migrate.server.ts'

/** Below this nothing can be kept for long: mails as files, uploads, and the embedded database. */
const leastFree = 16 * 1024 * 1024

/** What keeps this process from its work; null when nothing does. */
export async function findOutage(): Promise<Outage | 'not-migrated' | null> {
  const { sql } = connection()
  try {
    const { count } = await migrationLevel(sql)
    if (count === 0) return 'not-migrated'
    const [state] = await sql`select current_setting('transaction_read_only') = 'on' as "readOnly"`
    if (state?.readOnly) return 'read-only'
  } catch (error) {
    const outage = outageOf(error)
    if (!outage) throw error
    return outage
  }
  return (await isDiskFull()) ? 'disk-full' : lastOutage()
}

async function isDiskFull(): Promise<boolean> {
  const space = await statfs(env().DATA_DIR).catch(() => null)
  // Some file systems do not count.
  return space !== null && space.blocks > 0 && space.bavail * space.bsize < leastFree
}
