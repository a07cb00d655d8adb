import { like, or, sql } from 'drizzle-orm'
import { database } from '#db/transaction.server.ts'

/** The tables in which any of these words stands. */
export async function everywhere(words: string[]): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const text = sql`t::text`
    const held = or(...words.map((word) => like(text, `%${word}%`)))
    const [row] = await database().execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)} t where ${held}`,
    )
    if (row && row.n > 0) found.push(name)
  }
  return found
}
