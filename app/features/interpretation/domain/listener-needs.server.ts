import { sql } from 'drizzle-orm'
import { interpretationChoices, interpretationQuestion } from '#app/features/questions/domain/ready-made.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { database } from '#db/transaction.server.ts'

/** How many listeners of a session asked for interpretation into each language. */
export type Needs = Partial<Record<Locale, number>>

/**
 * What guests with a seat answered to the ready-made question, by session: of those who have a place in it or marked it for
 * their own agenda, and where nobody did, of everybody at the event. One statement.
 */
export async function listListenerNeeds(eventId: string): Promise<Map<string, Needs>> {
  const rows = await database().execute<{ session_id: string; choice: string; listeners: number }>(sql`
    with asked as (
      select r.id, said.choice from registration r
      cross join lateral jsonb_array_elements_text(coalesce(r.answers -> ${interpretationQuestion}::text -> 'values', '[]')) as said(choice)
      where r.event_id = ${eventId} and r.state = 'confirmed'
    ), own as (
      select u.session_id, u.registration_id from sign_up u join session s on s.id = u.session_id
      where s.event_id = ${eventId} and u.state = 'confirmed'
      union
      select t.session_id, t.registration_id from star t join session s on s.id = t.session_id
      where s.event_id = ${eventId}
    )
    select s.id as session_id, a.choice, count(*)::int as listeners
    from session s join asked a on exists (
      select from own o where o.session_id = s.id and o.registration_id = a.id
    ) or not exists (select from own o where o.session_id = s.id)
    where s.event_id = ${eventId}
    group by 1, 2`)
  const needs = new Map<string, Needs>()
  for (const { session_id: id, choice, listeners } of rows) {
    const language = interpretationChoices[choice]
    if (language) needs.set(id, { ...needs.get(id), [language]: listeners })
  }
  return needs
}
