import { and, eq, type SQL, sql } from 'drizzle-orm'
import { changeFeed } from '#app/shared/pages/change-feed.server.ts'
import { note, noteVersion } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { notesChannel } from './save-note.server.ts'
import { listNotes } from './stored-notes.server.ts'

/** A note that was written, changed, removed or taken back, as it stands now; the number is that of the version. */
export type HeardNote = { id: number; note: Note }

const mostAtOnce = 500

/** The notes of an event with a version after one that is known, each once, in the order of their newest versions. */
export async function listNoteChanges(eventId: string, after: number): Promise<HeardNote[]> {
  const changed = sql`(
    select v.note_id from note_version v where v.event_id = ${eventId} and v.id > ${after}
    group by v.note_id order by max(v.id) limit ${mostAtOnce}
  )`
  const notes = await listNotes(sql`${note.id} in ${changed}`, true)
  return notes.map(heard).sort((a, b) => a.id - b.id)
}

async function findNoteChange(eventId: string, id: number): Promise<HeardNote | null> {
  const [version] = await database()
    .select({ noteId: noteVersion.noteId })
    .from(noteVersion)
    .where(and(eq(noteVersion.id, id), eq(noteVersion.eventId, eventId)) as SQL)
  if (!version) return null
  const [found] = await listNotes(eq(note.id, version.noteId), true)
  return found ? heard(found) : null
}

/** Tells of every note of an event that is saved after the version given, in whatever process, until `gone`. */
export const { follow: followNotes } = changeFeed({
  channel: notesChannel,
  list: listNoteChanges,
  mostAtOnce,
  find: findNoteChange,
})

const heard = (one: Note): HeardNote => ({ id: one.changeId, note: one })
