import { type SQL, sql } from 'drizzle-orm'
import type { Audience, Condition } from '#db/schema/audience.ts'

/**
 * The contacts of an organization whom an audience holds, as the condition of a statement in which `c` is `contact`. An
 * audience without lists holds nobody. Each part is a set that PostgreSQL hashes or merges once: it costs the size of the
 * sets, not their product.
 */
export function isInAudience(organizationId: string, { lists, match, conditions }: Audience): SQL {
  if (lists.length === 0) return sql`false`
  const parts = conditions.map((one) =>
    one.not ? sql`not ${sqlOf(organizationId, one)}` : sqlOf(organizationId, one),
  )
  const joined = sql.join(parts, match === 'all' ? sql` and ` : sql` or `)
  return sql`c.organization_id = ${organizationId} and ${isOn(lists)}
    ${parts.length > 0 ? sql`and (${joined})` : sql``}`
}

/** Of a list of another organization nobody is on one of ours: contacts belong to one. */
const isOn = (lists: string[]) => sql`c.id in (
  select s.contact_id from subscription s where s.state = 'confirmed' and s.list_id in ${lists}
)`

/** By the addresses that a set knows: its few are looked up among the contacts, not every contact in it. */
const isKnownBy = (organizationId: string, known: SQL) => sql`(c.id in (
  select k.id from (${known}) known
  join contact k on lower(k.email) = known.email and k.organization_id = ${organizationId}
))`

/** Never null: what is not known is not true, and `not` makes it true. */
function sqlOf(organizationId: string, condition: Condition): SQL {
  switch (condition.kind) {
    case 'registered':
      return isKnownBy(
        organizationId,
        sql`select lower(r.email) as email from registration r
          where r.event_id = ${condition.eventId} and r.state in ${condition.states}`,
      )
    case 'speaker':
      return isKnownBy(
        organizationId,
        sql`select lower(kept.email) as email from event_person p
          join person known on known.id = p.person_id
          join person kept on kept.id = known.kept_id
          join appearance a on a.person_id = known.id
          join session s on s.id = a.session_id and s.event_id = p.event_id
          where p.event_id = ${condition.eventId} and kept.email is not null`,
      )
    case 'supporter':
      return isKnownBy(
        organizationId,
        sql`select lower(s.email) as email from supporter s
          where s.initiative_id = ${condition.initiativeId} and s.state = 'joined'
            ${condition.of ? sql`and s.kind = ${condition.of}` : sql``}`,
      )
    case 'language':
      return sql`(c.locale = ${condition.locale})`
    case 'country':
      return sql`(c.country is not null and c.country = ${condition.country})`
    case 'list':
      return sql`(${isOn([condition.listId])})`
  }
}
