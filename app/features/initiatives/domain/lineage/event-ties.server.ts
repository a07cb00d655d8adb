import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { NoteKind } from '#app/shared/vocabulary.ts'
import {
  initiative,
  initiativeEvent,
  initiativeNote,
  initiativeOrganization,
  initiativeSession,
  note,
  organization,
  session,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type TiedSession = { id: string; title: TranslatedText }
export type TiedNote = { id: string; kind: NoteKind; text: TranslatedText }

/** The initiatives that name an event, its sessions or its notes, published or not: for readers whose right was checked. */
export function listEventTies(eventId: string) {
  const isOutcome = sql<boolean>`exists (select 1 from ${initiativeEvent} c
    where c.initiative_id = ${initiative}.id and c.event_id = ${eventId})`
  const ofSessions = sql`from ${initiativeSession} t join ${session} s on s.id = t.session_id
    where t.initiative_id = ${initiative}.id and s.event_id = ${eventId}`
  const ofNotes = sql`from ${initiativeNote} t join ${note} n on n.id = t.note_id
    where t.initiative_id = ${initiative}.id and n.event_id = ${eventId} and n.removed_at is null`
  const some = (rows: SQL) => sql`exists (select 1 ${rows})`
  return database()
    .select({
      id: initiative.id,
      slug: initiative.slug,
      name: initiative.name,
      publishedAt: initiative.publishedAt,
      bodies: sql<TranslatedText[]>`(
        select coalesce(json_agg(o.name order by i.position, o.short_name), '[]')
        from ${initiativeOrganization} i join ${organization} o on o.id = i.organization_id
        where i.initiative_id = ${initiative}.id)`,
      isOrigin: sql<boolean>`${initiative}.born_at_id is not distinct from ${eventId}::uuid`,
      isOutcome,
      sessions: sql<TiedSession[]>`(select coalesce(
        json_agg(json_build_object('id', s.id, 'title', s.title) order by s.starts_at, s.id), '[]') ${ofSessions})`,
      notes: sql<TiedNote[]>`(select coalesce(
        json_agg(json_build_object('id', n.id, 'kind', n.kind, 'text', n.text) order by t.position), '[]') ${ofNotes})`,
    })
    .from(initiative)
    .where(
      and(
        isNull(initiative.removedAt),
        or(eq(initiative.bornAtId, eventId), isOutcome, some(ofSessions), some(ofNotes)),
      ),
    )
    .orderBy(asc(initiative.position), asc(initiative.slug))
}
