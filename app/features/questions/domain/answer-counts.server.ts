import { eq, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type AnswerCount = { code: string; value: string; count: number }

/**
 * How often each value was given, and each question answered, by all who are registered and have not left; without names.
 * Texts and days are only counted as answered: what somebody wrote is nobody's figure.
 */
export async function countAnswers(ctx: Context, eventId: string) {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const isHere = sql`r.event_id = ${eventId} and r.state not in ('cancelled', 'declined')`
  const [values, answered, guests] = await Promise.all([
    database().execute<AnswerCount>(sql`
      select q.code, v.value, count(*)::int as count
      from registration r
        join question q on q.event_id = r.event_id and q.kind in ('one', 'several', 'yes-no', 'agreement', 'number')
        cross join jsonb_array_elements_text(r.answers -> q.code -> 'values') v(value)
      where ${isHere} group by 1, 2`),
    database().execute<{ code: string; count: number }>(sql`
      select a.code, count(*)::int as count from registration r cross join jsonb_object_keys(r.answers) a(code)
      where ${isHere} group by 1`),
    database().$count(
      registration,
      sql`${eq(registration.eventId, eventId)} and ${registration.state} not in ('cancelled', 'declined')`,
    ),
  ])
  return { values: [...values], answered: new Map(answered.map(({ code, count }) => [code, count])), guests }
}
