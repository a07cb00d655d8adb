import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { person } from '#db/schema/index.ts'

/** Whether a row of `person` stands for somebody; one that was merged into another does not. */
export const isKeptRecord = eq(person.keptId, person.id)

/** The ids of all records of a person, for `in`: their own, and those merged into it. */
export function recordsOf(keptId: SQLWrapper | string): SQL {
  return sql`(select records.id from person records where records.kept_id = ${keptId})`
}
