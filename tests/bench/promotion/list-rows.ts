import type { Sql } from 'postgres'

type List = { id: string; organizationId: string; consentId: string }

/** So many confirmed readers of a list, behind the first `after`, in one statement. */
export async function fillList(sql: Sql, of: List, count: number, after = 0): Promise<void> {
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
