import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { rightsChanged } from '#app/shared/http/rights-changes.server.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { act, actChange, outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type Act, requireActRight } from './acts.server.ts'
import { keyOf, type Row, type RowChange, reversalOf } from './row-reversal.ts'

/**
 * Takes an act back as if it had never been: its mails are gone unsent and every row is as before, with what others did
 * meanwhile kept. Refused when its minute is over, or when somebody changed the same since.
 */
export async function undoAct(ctx: Context, id: string): Promise<Act> {
  try {
    return await withTransaction(async (tx) => {
      const [found] = await tx.select().from(act).where(eq(act.id, id)).for('update')
      if (!found) throw new Refusal('act-missing', 'missing')
      await requireActRight(ctx, found)
      if (found.undoneAt) return found
      if (found.finishedAt || found.heldUntil <= ctx.now) throw new Refusal('act-over', 'state')
      // Locked before anything else that mails or seats anybody.
      if (found.eventId) await tx.execute(sql`select 1 from event where id = ${found.eventId} for update`)
      await tx.delete(outbox).where(and(eq(outbox.actId, id), eq(outbox.state, 'queued')))
      if ((await tx.$count(outbox, eq(outbox.actId, id))) > 0) throw new Refusal('act-over', 'state')
      const changes = await tx
        .select()
        .from(actChange)
        .where(eq(actChange.actId, id))
        .orderBy(desc(actChange.id))
      for (const change of changes) await takeBack(tx, change)
      await tx.delete(actChange).where(eq(actChange.actId, id))
      await tx.update(act).set({ undoneAt: ctx.now }).where(eq(act.id, id))
      await announce(ctx, found, new Set(changes.map((one) => one.tableName)))
      if (!found.initiativeId) await tellInitiatives(ctx, changes)
      return { ...found, undoneAt: ctx.now }
    })
  } catch (error) {
    // A seat given to somebody else, a name taken, a row that others stand on by now.
    if (sqlStateOf(error).startsWith('23')) throw new Refusal('act-overtaken', 'state')
    throw error
  }
}

async function takeBack(tx: Transaction, change: RowChange): Promise<void> {
  const table = sql.identifier(change.tableName)
  const key = JSON.stringify(keyOf(change))
  const columns = Object.keys(keyOf(change)).map((name) => sql.identifier(name))
  const here = sql`(${sql.join(columns, sql`, `)}) = (select ${sql.join(columns, sql`, `)}
    from jsonb_populate_record(null::${table}, ${key}::jsonb))`
  const [found] = await tx.execute<{ row: Row }>(
    sql`select to_jsonb(t) as row from ${table} t where ${here} for update`,
  )
  const reversal = reversalOf(change, found?.row ?? null)
  if (!reversal) throw new Refusal('act-overtaken', 'state')
  if (reversal.kind === 'delete') await tx.execute(sql`delete from ${table} where ${here}`)
  if (reversal.kind === 'insert') {
    const [names, row] = written(reversal.row)
    await tx.execute(sql`insert into ${table} (${names}) overriding system value
      select ${names} from jsonb_populate_record(null::${table}, ${row}::jsonb)`)
  }
  if (reversal.kind === 'update') {
    const [names, row] = written(reversal.columns)
    await tx.execute(sql`update ${table} set (${names}) = (select ${names}
      from jsonb_populate_record(null::${table}, ${row}::jsonb)) where ${here}`)
  }
}

function written(row: Row): [SQL, string] {
  const names = Object.keys(row).map((name) => sql.identifier(name))
  return [sql.join(names, sql`, `), JSON.stringify(row)]
}

/** Tells everybody who shows what changed back. */
async function announce(ctx: Context, one: Act, tables: Set<string>): Promise<void> {
  const { eventId, organizationId, initiativeId, subjectName, verb } = one
  await recordActivity(ctx, {
    verb: 'act.undone',
    ...(eventId && { eventId, subjectId: eventId }),
    ...(initiativeId && { initiativeId, subjectId: initiativeId }),
    ...(organizationId && { organizationId, subjectId: organizationId }),
    subjectName,
    details: { undone: verb },
  })
  if (['host', 'member', 'initiative_organization'].some((table) => tables.has(table))) await rightsChanged()
  // The pages of events lead to it, and back.
  if (initiativeId) return pageChanged(pageTag.everything)
  if (!eventId) {
    if (tables.has('picture') || tables.has('event')) await pageChanged(pageTag.everything)
    return
  }
  await pageChanged(pageTag.event(eventId), pageTag.seats(eventId), pageTag.home)
  const ofDraft = ['session', 'session_film', 'appearance', 'room', 'track', 'venue']
  if (ofDraft.some((table) => tables.has(table))) await announceDraft(ctx, { eventId, edits: [] })
  if (tables.has('agenda_version') || tables.has('event')) await announceLive(eventId)
}

const ties = ['initiative_event', 'initiative_session', 'initiative_note', 'initiative']

/** What an event's side had untied is tied again: those who carry the initiative read so, and nobody's name. */
async function tellInitiatives(ctx: Context, changes: RowChange[]): Promise<void> {
  const named = changes.flatMap(({ tableName, before }) =>
    ties.includes(tableName) ? [String(before?.initiative_id ?? before?.id)] : [],
  )
  if (named.length === 0) return
  await recordActivity(
    { ...ctx, actor: { kind: 'system', name: '' } },
    ...[...new Set(named)].map((id) => ({ verb: 'lineage.tied-again', initiativeId: id, subjectId: id })),
  )
  await pageChanged(pageTag.everything)
}

function sqlStateOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as Error & { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return ''
}
