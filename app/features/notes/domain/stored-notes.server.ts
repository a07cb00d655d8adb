import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Locale } from '#app/shared/vocabulary.ts'
import { note, noteApproval, session } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { database } from '#db/transaction.server.ts'
import { type Note, publicWords, type Verdict } from './note.ts'

// Somebody who was merged into another is named as that person.
const kept = (id: SQL) => sql`(
  select k.name from person p join person k on k.id = p.kept_id where p.id = ${id}
)`

const keptId = (id: SQL) => sql<string | null>`(
  select p.kept_id from person p where p.id = ${id}
)`

const columns = {
  row: note,
  personId: keptId(sql`"note"."person_id"`),
  ownerId: keptId(sql`"note"."owner_id"`),
  personName: sql<string>`coalesce(${kept(sql`"note"."person_id"`)}, '')`,
  ownerPersonName: sql<string>`coalesce(${kept(sql`"note"."owner_id"`)}, '')`,
  changeId: sql<number>`(
    select v.id from note_version v where v.note_id = "note"."id" and v.revision = "note"."revision"
  )`.mapWith(Number),
}

/** The notes that fit, in the order in which they were said: one statement. Those that were removed only when asked for. */
export async function listNotes(where: SQL | undefined, withRemoved = false): Promise<Note[]> {
  const rows = await database()
    .select(columns)
    .from(note)
    .where(and(where, withRemoved ? undefined : isNull(note.removedAt)))
    .orderBy(asc(note.saidAt), asc(note.createdAt), asc(note.id))
  return rows.map(({ row, ...more }) => ({ ...noteFrom(row), ...more }))
}

/** All notes of an event. */
export async function listEventNotes(eventId: string): Promise<Note[]> {
  return listNotes(eq(note.eventId, eventId))
}

/** What was said about the words of these notes, the oldest first, by note. */
export async function listVerdicts(noteIds: string[]): Promise<Map<string, Verdict[]>> {
  const byNote = new Map<string, Verdict[]>(noteIds.map((id) => [id, []]))
  if (noteIds.length === 0) return byNote
  const { noteId, locale, words, verdict } = noteApproval
  const rows = await database()
    .select({ noteId, locale, words, verdict })
    .from(noteApproval)
    .where(inArray(noteId, noteIds))
    .orderBy(asc(noteApproval.at), asc(noteApproval.id))
  for (const { noteId: id, ...one } of rows) byNote.get(id)?.push(one)
  return byNote
}

export type PublicNote = Note & { words: Partial<Record<Locale, string>> }

/** A note with what was said about its words, and with what the public may read of it: perhaps nothing. */
export type JudgedNote = PublicNote & { verdicts: Verdict[]; isSecret: boolean }

/** The notes of an event with what may be read of each: three statements, however many. */
export async function listJudgedNotes(eventId: string): Promise<JudgedNote[]> {
  const [notes, secret] = await Promise.all([listEventNotes(eventId), listSecretSessions(eventId)])
  const verdicts = await listVerdicts(notes.map((one) => one.id))
  return notes.map((one) => {
    const of = verdicts.get(one.id) ?? []
    const isSecret = one.offRecord || isOffRecord(one, secret)
    return { ...one, verdicts: of, isSecret, words: publicWords(one, isSecret, of) }
  })
}

/** The notes of which the public may read something, and what: the one way from notes to anything public. */
export function publicNotes(notes: readonly JudgedNote[]): PublicNote[] {
  return notes.flatMap(({ verdicts, isSecret, ...one }) => (one.words.vi || one.words.en ? [one] : []))
}

/** Those of an event. */
export async function listPublicNotes(eventId: string): Promise<PublicNote[]> {
  return publicNotes(await listJudgedNotes(eventId))
}

/**
 * What may still be read of words that were published once: not what was refused, removed or put off the record since.
 * An edit takes nothing away: these very words were approved.
 */
export async function stillPublic(
  eventId: string,
  said: readonly { id: string; words: PublicNote['words'] }[],
): Promise<Map<string, PublicNote['words']>> {
  if (said.length === 0) return new Map()
  const ids = said.map((one) => one.id)
  const [notes, secret, verdicts] = await Promise.all([
    listNotes(and(eq(note.eventId, eventId), inArray(note.id, ids)), true),
    listSecretSessions(eventId),
    listVerdicts(ids),
  ])
  const known = new Map(notes.map((one) => [one.id, one]))
  return new Map(
    said.flatMap(({ id, words }) => {
      const now = known.get(id)
      if (!now) return []
      const left = publicWords({ ...now, text: words }, isOffRecord(now, secret), verdicts.get(id) ?? [])
      return left.vi || left.en ? [[id, left] as const] : []
    }),
  )
}

/** The sessions of an event that are off the record. */
async function listSecretSessions(eventId: string): Promise<Set<string>> {
  const rows = await database()
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.eventId, eventId), eq(session.offRecord, true)))
  return new Set(rows.map((one) => one.id))
}

/** Whether a note stands in one of them. */
const isOffRecord = ({ sessionId }: Note, secret: Set<string>) => sessionId !== null && secret.has(sessionId)

type Row = typeof note.$inferSelect

function noteFrom(row: Row) {
  const { id, revision, authorName, carriedFromId } = row
  return {
    id,
    revision,
    authorName,
    carriedFromId,
    ...contentOf(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** What a stored note says, as its versions keep it. */
export function contentOf(row: Row): NoteContent {
  const { kind, sessionId, personId, guestName, text, offRecord, ownerId, ownerName, dueOn } = row
  return {
    kind,
    sessionId,
    personId,
    guestName,
    text,
    offRecord,
    ownerId,
    ownerName,
    dueOn,
    saidAt: row.saidAt.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
    removed: row.removedAt !== null,
  }
}
