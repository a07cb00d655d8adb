import { sql } from 'drizzle-orm'
import { log } from '#app/shared/http/log.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Correction } from './bursts.ts'
import type { VisitKind } from './visit.ts'

type Count = { linkId: string; day: string; person: number; machine: number; unsure: number }
type Visit = { linkId: string; kind: VisitKind; day: string; corrections: Correction[] }

let waiting = new Map<string, Count>()
let writing: Promise<void> | null = null

/**
 * Counts one request and resolves when it is in the database: whoever is answered afterwards is not lost, whatever
 * happens to this process. Requests that come while others are written are written together, a row a link and day.
 */
export async function countVisit({ linkId, kind, day, corrections }: Visit): Promise<void> {
  add(linkId, day, kind, 1)
  for (const { linkId: before, was, is, times } of corrections) {
    add(before, day, was, -times)
    add(before, day, is, times)
  }
  // Those who come now are written by the turn after the one that is on its way.
  await writing
  writing ??= write()
  await writing
}

function add(linkId: string, day: string, kind: VisitKind, times: number) {
  const key = `${linkId} ${day}`
  const count = waiting.get(key) ?? { linkId, day, person: 0, machine: 0, unsure: 0 }
  count[kind] += times
  waiting.set(key, count)
}

const columns = { linkId: 'uuid', day: 'text', person: 'int', machine: 'int', unsure: 'int' } as const

async function write(): Promise<void> {
  const counts = [...waiting.values()].sort((a, b) =>
    `${a.linkId}${a.day}` < `${b.linkId}${b.day}` ? -1 : 1,
  )
  waiting = new Map()
  try {
    const { rows, ...count } = rowsOf('count', columns, counts)
    await withTransaction((tx) =>
      tx.execute(sql`
        insert into link_day as d (link_id, day, person, machine, unsure)
        select ${count.linkId}, ${count.day}::date, ${count.person}, ${count.machine}, ${count.unsure}
        from ${rows}
        where exists (select from link where id = ${count.linkId})
        on conflict (link_id, day) do update set person = d.person + excluded.person,
          machine = d.machine + excluded.machine, unsure = d.unsure + excluded.unsure`),
    )
  } catch (error) {
    // Nobody waits before a closed page for our figures: they are written with the next ones.
    for (const { linkId, day, person, machine, unsure } of counts) {
      add(linkId, day, 'person', person)
      add(linkId, day, 'machine', machine)
      add(linkId, day, 'unsure', unsure)
    }
    log().warn({ err: error }, 'visits of links wait to be counted')
  } finally {
    writing = null
  }
}
