import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale, NoteKind } from '#app/shared/vocabulary.ts'
import { event, initiative, initiativeNote, note, person, recap, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { publicWords } from './note.ts'
import { listNotes, listVerdicts } from './stored-notes.server.ts'

/** A note that led to an initiative, as readers may see it. */
export type LaunchNote = {
  id: string
  kind: NoteKind
  saidAt: string
  /** As written; of a guest the name, of the table ''. */
  name: string
  honorific: TranslatedText
  words: Partial<Record<Locale, string>>
  event: { id: string; slug: string; title: TranslatedText; timeZone: string; hasRecap: boolean }
  session: { slug: string; title: TranslatedText } | null
}

/** The notes that launched an initiative, of which readers may see something, in their order. */
export async function listLaunchNotes(initiativeId: string): Promise<LaunchNote[]> {
  const rows = await database()
    .select({
      id: note.id,
      name: person.name,
      honorific: person.honorific,
      session: { slug: session.slug, title: session.title, offRecord: session.offRecord },
      event: { id: event.id, slug: event.slug, title: event.title, timeZone: event.timeZone },
      recapNumber: recap.publishedNumber,
    })
    .from(initiativeNote)
    .innerJoin(note, eq(note.id, initiativeNote.noteId))
    .innerJoin(event, and(eq(event.id, note.eventId), isNotNull(event.publishedAt)))
    .leftJoin(session, eq(session.id, note.sessionId))
    .leftJoin(person, eq(person.id, note.personId))
    .leftJoin(recap, eq(recap.eventId, event.id))
    .where(eq(initiativeNote.initiativeId, initiativeId))
    .orderBy(asc(initiativeNote.position), asc(note.saidAt))
  if (rows.length === 0) return []
  const ids = rows.map((one) => one.id)
  const [notes, verdicts] = await Promise.all([listNotes(inArray(note.id, ids)), listVerdicts(ids)])
  const known = new Map(notes.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const found = known.get(row.id)
    if (!found) return []
    const words = publicWords(found, row.session?.offRecord === true, verdicts.get(row.id) ?? [])
    if (!words.vi && !words.en) return []
    return [
      {
        id: row.id,
        kind: found.kind,
        saidAt: found.saidAt,
        name: found.personName || (row.name ?? found.guestName),
        honorific: row.honorific ?? {},
        words,
        event: { ...row.event, hasRecap: row.recapNumber !== null },
        session: row.session && { slug: row.session.slug, title: row.session.title },
      },
    ]
  })
}

/** The published initiatives to which these notes led, by note. */
export async function initiativesOfNotes(
  noteIds: readonly string[],
): Promise<Map<string, { slug: string; name: TranslatedText }[]>> {
  const byNote = new Map<string, { slug: string; name: TranslatedText }[]>()
  if (noteIds.length === 0) return byNote
  const rows = await database()
    .select({ noteId: initiativeNote.noteId, slug: initiative.slug, name: initiative.name })
    .from(initiativeNote)
    .innerJoin(
      initiative,
      and(eq(initiative.id, initiativeNote.initiativeId), isNotNull(initiative.publishedAt)),
    )
    .where(inArray(initiativeNote.noteId, [...noteIds]))
    .orderBy(asc(initiative.position), asc(initiative.slug))
  for (const { noteId, ...one } of rows) byNote.set(noteId, [...(byNote.get(noteId) ?? []), one])
  return byNote
}
