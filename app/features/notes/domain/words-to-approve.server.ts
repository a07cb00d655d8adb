import { and, eq, or, sql } from 'drizzle-orm'
import { note } from '#db/schema/index.ts'
import { type Note, wordsState } from './note.ts'
import { listNotes, listVerdicts } from './stored-notes.server.ts'

export type WordsToApprove = Note & { states: Record<'vi' | 'en', ReturnType<typeof wordsState>> }

/** What somebody in particular said at an event, on the record, with how its words stand in each language. */
export async function listWordsToApprove(eventId: string): Promise<WordsToApprove[]> {
  const notes = await listNotes(
    and(
      eq(note.eventId, eventId),
      eq(note.offRecord, false),
      or(sql`${note.personId} is not null`, sql`${note.guestName} <> ''`),
      sql`not exists (select 1 from session s where s.id = ${note.sessionId} and s.off_record)`,
    ),
  )
  const verdicts = await listVerdicts(notes.map((one) => one.id))
  return notes.map((one) => {
    const of = verdicts.get(one.id) ?? []
    return { ...one, states: { vi: wordsState(one, of, 'vi'), en: wordsState(one, of, 'en') } }
  })
}

/** Of whom words stand in the record, and how many of them wait for an answer, each language counted. */
export async function listPeopleWithWords(eventId: string) {
  const people = new Map<string, { personId: string; name: string; open: number }>()
  for (const { personId, personName, states } of await listWordsToApprove(eventId)) {
    if (personId === null) continue
    const known = people.get(personId) ?? { personId, name: personName, open: 0 }
    known.open += Object.values(states).filter((state) => state === 'open').length
    people.set(personId, known)
  }
  return [...people.values()]
}
