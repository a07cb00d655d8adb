import type { Sql } from 'postgres'

export type FilledList = { id: string; organizationId: string; consentId: string }

/** So many confirmed readers of a list, behind the first `after`, in one statement. */
export async function fillList(sql: Sql, of: FilledList, count: number, after = 0): Promise<void> {
  await sql`
    with made as (
      insert into contact (organization_id, email, name, locale, country)
      select ${of.organizationId}, 'reader' || n || '.' || left(${of.id}, 8) || '@mail' || n % 50 || '.example', 'Reader ' || n,
        case when n % 3 = 0 then 'en' else 'vi' end, case when n % 4 = 0 then 'US' end
      from generate_series(${after + 1}::int, ${after + count}::int) n returning id
    )
    insert into subscription (list_id, contact_id, state, place, consent_id, consent_locale, asked_at, confirmed_at)
    select ${of.id}, id, 'confirmed', 'page', ${of.consentId}, 'vi', now(), now() from made`
  await sql`analyze contact, subscription`
}

/** The same for as many as take minutes: the index of their words is made once, behind them. */
export async function fillMillion(sql: Sql, of: FilledList, count: number): Promise<void> {
  const [words] = await sql<{ definition: string }[]>`
    select indexdef as definition from pg_indexes where indexname = 'contact_search'`
  await sql`drop index contact_search`
  for (let filled = 0; filled < count; filled += 100_000)
    await fillList(sql, of, Math.min(100_000, count - filled), filled)
  await sql.unsafe(words?.definition ?? '')
  // As the database does by itself a while after so many rows.
  await sql`vacuum analyze contact`
  await sql`vacuum analyze subscription`
}
