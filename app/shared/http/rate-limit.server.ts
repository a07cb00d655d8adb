import { createHmac } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { env } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { connection } from '#db/client.server.ts'

export type Limit = { limit: number; seconds: number }

type Attempt = Limit & { key: string }

/**
 * Counts an attempt in a window of `seconds`, over all processes; refuses beyond `limit`. The key may name an address:
 * only its keyed hash is stored.
 */
export function countAttempt(key: string, limit: Limit): Promise<void> {
  return countAttempts({ key, ...limit })
}

/** The same under several keys in one statement: one that refuses leaves those after it uncounted. */
export async function countAttempts(...attempts: Attempt[]): Promise<void> {
  const counts = sql.join(attempts.map(counted), sql`, `)
  const all = attempts.map(
    (_, place) => sql`select used, wait, ${place}::int as place from ${tableAt(place)}`,
  )
  // On a connection of its own: an attempt stays counted when the caller's transaction is rolled back.
  const rows = await connection().db.execute<{ used: number; wait: number; place: number }>(
    sql`with ${counts} ${sql.join(all, sql` union all `)}`,
  )
  for (const { used, wait, place } of rows) {
    if (used > (attempts[place]?.limit ?? 0))
      throw new Refusal('too-many', 'too-many', { retryAfter: Math.max(1, wait) })
  }
}

function counted({ key, seconds }: Attempt, place: number, attempts: readonly Attempt[]): SQL {
  const resets = sql`clock_timestamp() + make_interval(secs => ${seconds})`
  const before = attempts[place - 1]
  return sql`${tableAt(place)} as (
    insert into rate_limit as l (key, used, resets_at)
    select ${hashedKey(key)}, 1, ${resets} ${before ? sql`from ${tableAt(place - 1)} where used <= ${before.limit}::bigint` : sql``}
    on conflict (key) do update set
      used = case when l.resets_at <= clock_timestamp() then 1 else l.used + 1 end,
      resets_at = case when l.resets_at <= clock_timestamp() then ${resets} else l.resets_at end
    returning used, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait)`
}

const tableAt = (place: number) => sql.raw(`counted_${place}`)

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
