import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { searchCondition } from './registration-search.server.ts'

/** What narrows a list of registrations: words, a state, the code of a guest category, a tag, who is VIP, an answer; or these alone. */
export type RegistrationFilter = {
  q?: string | undefined
  state?: RegistrationState | undefined
  category?: string | undefined
  tag?: string | undefined
  vip?: boolean | undefined
  /** `code=value`: who gave this answer; `code=`: who gave none to the question. */
  answer?: string | undefined
  ids?: readonly string[] | undefined
}

/** The rows of an event that a filter without words lets through. A category alone says which event. */
export async function filterCondition(
  eventId: string,
  { state, category, tag, vip, answer, ids }: RegistrationFilter,
): Promise<SQL> {
  const own = [
    state && eq(registration.state, state),
    vip ? eq(registration.isVip, true) : undefined,
    tag ? hasTag(eventId, tag) : undefined,
    answer ? hasAnswer(answer) : undefined,
    ids && ids.length > 0 ? isOneOf(ids) : undefined,
  ]
  if (!category) return and(eq(registration.eventId, eventId), ...own) as SQL
  const [found] = await database()
    .select({ id: guestCategory.id })
    .from(guestCategory)
    .where(and(eq(guestCategory.eventId, eventId), eq(guestCategory.code, category)))
  return found ? (and(eq(registration.categoryId, found.id), ...own) as SQL) : sql`false`
}

/** The same with the words of a search as one condition, where its result is not ranked. */
export async function scopeOf(eventId: string, filter: RegistrationFilter): Promise<SQL | undefined> {
  return and(await filterCondition(eventId, filter), await searchCondition(filter.q ?? ''))
}

function hasTag(eventId: string, tag: string): SQL {
  return sql`${registration.id} in (
    select rt.registration_id from registration_tag rt join guest_tag t on t.id = rt.tag_id
    where t.event_id = ${eventId} and lower(t.name) = lower(${tag}))`
}

function hasAnswer(answer: string): SQL {
  const [code = '', value = ''] = answer.split('=')
  if (value === '') return sql`not (${registration.answers} ? ${code})`
  return sql`${registration.answers} @> ${JSON.stringify({ [code]: { values: [value] } })}::jsonb`
}

/** What organizers alone may narrow by: who may not read answers must not find out who gave them. */
export function rightFor({ answer }: RegistrationFilter): 'registrations.manage' | 'registrations.read' {
  return answer ? 'registrations.manage' : 'registrations.read'
}

function isOneOf(ids: readonly string[]): SQL {
  return sql`${registration.id} in (
    select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
}
