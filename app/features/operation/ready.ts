import { Refusal } from '#app/shared/errors.ts'
import { connection } from '#db/client.server.ts'
import { migrationLevel } from '#db/migrate.server.ts'

/** The process can do its work: the database answers, and is migrated. Without it the answer is 503. */
export async function loader() {
  const { count } = await migrationLevel(connection().sql)
  if (count === 0) throw new Refusal('unavailable', 'unavailable', { retryAfter: 5 })
  return new Response('ready\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
