import { and, asc, desc, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { rolesThatMay } from '#app/shared/permissions/rights.ts'
import {
  event,
  host,
  initiativeEvent,
  initiativeNote,
  initiativeSession,
  member,
  note,
  session,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The events that the actor could tie to an initiative, and those that are tied already, the latest first. */
export async function listTiableEvents(ctx: Context, initiativeId: string, bornAtId: string | null) {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const own = database()
    .select({ one: sql`1` })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(
      and(
        eq(host.eventId, event.id),
        sql`${member.accountId} = ${accountId}::uuid`,
        inArray(member.role, rolesThatMay('event.edit')),
      ),
    )
  const cameOf = sql<boolean>`exists (select 1 from ${initiativeEvent} c
    where c.initiative_id = ${initiativeId} and c.event_id = ${event.id})`
  return database()
    .select({
      id: event.id,
      slug: event.slug,
      title: event.title,
      startsAt: event.startsAt,
      timeZone: event.timeZone,
      isOwn: sql<boolean>`exists (${own})`,
      cameOf,
    })
    .from(event)
    .where(
      and(isNull(event.removedAt), or(exists(own), cameOf, bornAtId ? eq(event.id, bornAtId) : undefined)),
    )
    .orderBy(desc(event.startsAt), asc(event.slug))
}

/** The notes that led to the initiative, in their order, then the others of an event, for readers whose right was checked. */
export async function listChoosableNotes(ctx: Context, eventId: string | null, initiativeId: string) {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  const mayRead = database()
    .select({ one: sql`1` })
    .from(host)
    .innerJoin(member, eq(member.organizationId, host.organizationId))
    .where(
      and(
        eq(host.eventId, note.eventId),
        sql`${member.accountId} = ${accountId}::uuid`,
        inArray(member.role, rolesThatMay('notes.write')),
      ),
    )
  const chosen = sql<boolean>`exists (select 1 from ${initiativeNote} l
    where l.initiative_id = ${initiativeId} and l.note_id = ${note.id})`
  const rows = await database()
    .select({
      id: note.id,
      mayRead: sql<boolean>`exists (${mayRead})`,
      kind: note.kind,
      text: note.text,
      chosen,
    })
    .from(note)
    .where(and(isNull(note.removedAt), or(chosen, eventId ? eq(note.eventId, eventId) : undefined)))
    .orderBy(
      asc(sql`(select l.position from ${initiativeNote} l
        where l.initiative_id = ${initiativeId} and l.note_id = ${note.id})`),
      asc(note.saidAt),
      asc(note.createdAt),
      asc(note.id),
    )
  // Of an event that is not theirs, organizers see that there is a note, and no more.
  return rows.map(({ mayRead: isOwn, text, ...one }) => ({ ...one, text: isOwn ? text : null }))
}

/** The sessions of an event, with whether they came of the initiative. */
export function listChoosableSessions(eventId: string, initiativeId: string) {
  return database()
    .select({
      id: session.id,
      title: session.title,
      startsAt: session.startsAt,
      chosen: sql<boolean>`exists (select 1 from ${initiativeSession} c
        where c.initiative_id = ${initiativeId} and c.session_id = ${session.id})`,
    })
    .from(session)
    .where(eq(session.eventId, eventId))
    .orderBy(asc(session.startsAt), asc(session.id))
}
