import { sql } from 'drizzle-orm'
import { rowsOf } from '#db/rows-of.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { VisitCounts } from './visit-counts.ts'

const columns = { linkId: 'uuid', day: 'text', person: 'int', machine: 'int', unsure: 'int' } as const

/** Adds counts to those of their links and days, in order of id; those of a link that is gone are gone with it. */
export async function saveCounts(counts: VisitCounts): Promise<void> {
  if (counts.size === 0) return
  const sorted = [...counts.values()].sort((a, b) => (`${a.linkId}${a.day}` < `${b.linkId}${b.day}` ? -1 : 1))
  const { rows, ...count } = rowsOf('count', columns, sorted)
  await withTransaction((tx) =>
    tx.execute(sql`
      insert into link_day as d (link_id, day, person, machine, unsure)
      select ${count.linkId}, ${count.day}::date, ${count.person}, ${count.machine}, ${count.unsure}
      from ${rows}
      where exists (select from link where id = ${count.linkId})
      on conflict (link_id, day) do update set person = d.person + excluded.person,
        machine = d.machine + excluded.machine, unsure = d.unsure + excluded.unsure`),
  )
}
