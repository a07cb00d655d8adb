import { and, desc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { account, note, noteVersion, person } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { database } from '#db/transaction.server.ts'
import type { Note } from './note.ts'
import { listNotes } from './stored-notes.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type NoteVersion = { revision: number; content: NoteContent; by: string; at: string }

/** A note of this event, a removed one too, or refused. */
export async function getNote(eventId: string, noteId: string): Promise<Note> {
  const [found] = uuid.test(noteId)
    ? await listNotes(and(eq(note.id, noteId), eq(note.eventId, eventId)), true)
    : []
  if (!found) throw new Refusal('note-missing', 'missing')
  return found
}

/** Every version of a note, the newest first, and what the people are called whom they name. */
export async function getNoteHistory(noteId: string) {
  const rows = await database()
    .select({ version: noteVersion, name: account.name })
    .from(noteVersion)
    .leftJoin(account, eq(account.id, noteVersion.accountId))
    .where(eq(noteVersion.noteId, noteId))
    .orderBy(desc(noteVersion.revision))
  const versions: NoteVersion[] = rows.map(({ version, name }) => ({
    revision: version.revision,
    content: version.content,
    by: name ?? version.actorName,
    at: version.at.toISOString(),
  }))
  const ids = versions.flatMap(({ content }) => [content.personId, content.ownerId])
  return { versions, names: await namesOf(ids.filter((id): id is string => id !== null)) }
}

async function namesOf(ids: string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await database()
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
