import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { connection } from '#db/client.server.ts'

export type Limit = { limit: number; seconds: number }

/**
 * Counts an attempt in a window of `seconds`, over all processes; refuses beyond `limit`. The key may name an address:
 * only its keyed hash is stored.
 */
export async function countAttempt(key: string, { limit, seconds }: Limit): Promise<void> {
  const hashed = hashedKey(key)
  const resets = sql`clock_timestamp() + make_interval(secs => ${seconds})`
  // On a connection of its own: an attempt stays counted when the caller's transaction is rolled back.
  const [row] = await connection().db.execute<{ used: number; wait: number }>(sql`
    insert into rate_limit as l (key, used, resets_at) values (${hashed}, 1, ${resets})
    on conflict (key) do update set
      used = case when l.resets_at <= clock_timestamp() then 1 else l.used + 1 end,
      resets_at = case when l.resets_at <= clock_timestamp() then ${resets} else l.resets_at end
    returning used, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`)
  if (row && row.used > limit) {
    throw new Refusal('too-many', 'too-many', { retryAfter: Math.max(1, row.wait) })
  }
}

/** Takes an attempt out of the count that turned out not to matter, within its window. */
export async function forgiveAttempt(key: string): Promise<void> {
  await connection().db.execute(sql`
    update rate_limit set used = greatest(used - 1, 0)
    where key = ${hashedKey(key)} and resets_at > clock_timestamp()`)
}

/** How many attempts were counted in the window that is running. */
export async function attemptsCounted(key: string): Promise<number> {
  const [row] = await connection().db.execute<{ used: number }>(sql`
    select used from rate_limit where key = ${hashedKey(key)} and resets_at > clock_timestamp()`)
  return row?.used ?? 0
}

/** Where attempts come from: whoever has one IPv6 address has its whole /64. */
export function sourceNetwork(source: string): string {
  if (!source.includes(':') || source.includes('.')) return source
  const [left = '', right] = source.split('::')
  const groups = left.split(':')
  const missing = right === undefined ? 0 : 8 - groups.length - right.split(':').filter(Boolean).length
  return [...groups, ...Array(Math.max(0, missing)).fill('0'), ...(right ?? '').split(':')]
    .slice(0, 4)
    .join(':')
}

/** Whether a source is this very machine, as all are behind a proxy that `TRUST_PROXY` does not name. */
export function isOwnMachine(source: string): boolean {
  return /^(::ffff:)?127\./.test(source) || source === '::1'
}

function hashedKey(key: string): string {
  return createHmac('sha256', env().SESSION_SECRET).update(`turn:${key}`).digest('base64url')
}

/** Forgets windows that are over. */
export async function forgetOldAttempts(): Promise<void> {
  await connection().db.execute(sql`delete from rate_limit where resets_at < clock_timestamp()`)
}
