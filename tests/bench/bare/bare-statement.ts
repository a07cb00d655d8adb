import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { type Load, summary } from '../load.ts'
import type { Stage } from '../stage.ts'

const statement = `
  with seat as (
    update guest_category set confirmed = confirmed + 1
    where id = $1 and (capacity is null or confirmed + offered < capacity)
    returning id, event_id
  )
  insert into registration (event_id, category_id, state, name, email, email_key, locale, consent_at, token_salt, token_hash)
  select event_id, id, 'confirmed', $2, $3, $3, 'vi', now(), $4, $5 from seat returning id`

let last = 0

/** Clients that each take a seat by one guarded statement, straight on the database. */
export async function openBare(databaseUrl: string, clients = 20) {
  const sql = postgres(databaseUrl, { max: clients, onnotice: () => {} })
  const take = async ({ categoryId }: Stage) => {
    const n = ++last
    const began = performance.now()
    const words = [
      `Nguyễn Thị Đoan Trang ${n}`,
      `bare.${n}@example.org`,
      randomBytes(16).toString('base64url'),
    ]
    const hash = randomBytes(32).toString('base64url')
    const rows = await sql.unsafe(statement, [categoryId, ...words, hash], { prepare: true })
    if (rows.length !== 1) throw new Error('The bare statement found no seat.')
    return performance.now() - began
  }
  const run = async (stage: Stage, count: number): Promise<Load> => {
    let left = count
    const latencies: number[] = []
    const client = async () => {
      while (left-- > 0) latencies.push(await take(stage))
    }
    const began = performance.now()
    await Promise.all(Array.from({ length: clients }, client))
    return summary(latencies, performance.now() - began)
  }
  return { run, close: () => sql.end() }
}
