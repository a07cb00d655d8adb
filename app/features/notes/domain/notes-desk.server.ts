import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { getLive } from '#app/features/live/domain/live-now.server.ts'
import { roomMoment } from '#app/features/live/domain/live-state.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { appearance, note, person, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { listNotes } from './stored-notes.server.ts'

export type DeskSession = {
  id: string
  title: TranslatedText
  startsAt: string | null
  offRecord: boolean
  dropped: boolean
  /** Who takes part, in the order in which they speak. */
  roster: string[]
}

export type NotesDesk = {
  /** The last versions of notes and of the draft that are in it; whoever follows later ones begins there. */
  changeId: number
  draftId: number
  sessions: DeskSession[]
  /** The session that runs now, as the live room has it. */
  runningId: string | null
  people: { id: string; name: string }[]
}

/** Newest notes of a session, or of the event, in the order in which they were said, and how many there are before. */
export type DeskNotes = { notes: Note[]; earlier: number }

/** What rapporteurs need to write: sessions and people, in a handful of statements. Notes are to be read after it. */
export async function getNotesDesk(ctx: Context, eventId: string): Promise<NotesDesk> {
  // The numbers first: what changes while the rest is read is heard again rather than missed.
  const [numbers] = await database().execute<Pick<NotesDesk, 'changeId' | 'draftId'>>(sql`
    select
      (select coalesce(max(id), 0)::int from note_version where event_id = ${eventId}) as "changeId",
      (select coalesce(max(id), 0)::int from draft_change where event_id = ${eventId}) as "draftId"`)
  if (!numbers) throw new Error('A statement without a table gave no row')
  const [sessions, known, live] = await Promise.all([
    listDeskSessions(eventId),
    listPeopleChoices(ctx, eventId),
    getLive(eventId, ctx.now),
  ])
  const people = new Map(known.map(({ id, name }) => [id, { id, name }]))
  for (const one of sessions.people) if (!people.has(one.id)) people.set(one.id, one)
  return {
    ...numbers,
    sessions: sessions.sessions,
    runningId: roomMoment(live, null, ctx.now.getTime()).now?.id ?? null,
    people: [...people.values()],
  }
}

/** As many of the newest notes as are wanted, and all that were removed, of a session or (null) of the whole event. */
export async function listDeskNotes(
  eventId: string,
  sessionId: string | null,
  most: number,
): Promise<DeskNotes> {
  const here = and(eq(note.eventId, eventId), sessionId === null ? undefined : eq(note.sessionId, sessionId))
  const newest = database()
    .select({ id: note.id })
    .from(note)
    .where(and(here, isNull(note.removedAt)))
    .orderBy(desc(note.saidAt), desc(note.createdAt))
    .limit(most)
  const [notes, present] = await Promise.all([
    listNotes(and(here, or(isNotNull(note.removedAt), inArray(note.id, newest))), true),
    database().$count(note, and(here, isNull(note.removedAt))),
  ])
  return { notes, earlier: Math.max(0, present - most) }
}

/** The sessions of the draft in order of time, those that were dropped too, and who is in them. */
async function listDeskSessions(eventId: string) {
  const { id, title, startsAt, offRecord, cancelledAt } = session
  const [rows, roster] = await Promise.all([
    database()
      .select({ id, title, startsAt, offRecord, cancelledAt })
      .from(session)
      .where(eq(session.eventId, eventId))
      .orderBy(asc(session.startsAt), asc(session.slug)),
    listRoster(eventId),
  ])
  const sessions = rows.map(({ startsAt, cancelledAt, ...row }) => ({
    ...row,
    startsAt: startsAt?.toISOString() ?? null,
    dropped: cancelledAt !== null,
    roster: [...new Set(roster.filter((one) => one.sessionId === row.id).map((one) => one.id))],
  }))
  return { sessions, people: roster.map(({ id, name }) => ({ id, name })) }
}

/** Somebody who was merged into another is in the session as that person. */
async function listRoster(eventId: string) {
  return database().execute<{ sessionId: string; id: string; name: string }>(sql`
    select a.session_id as "sessionId", k.id, k.name
    from ${appearance} a
    join ${session} s on s.id = a.session_id
    join ${person} p on p.id = a.person_id
    join ${person} k on k.id = p.kept_id
    where s.event_id = ${eventId}
    order by a.session_id, a.position`)
}
