import { write } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { NoteContent } from '../../domain/note-content.ts'
import type { Nameable, ReadLine } from './entry-line.ts'

type Around = { sessionId: string | null; locale: Locale; saidAt: number; offRecord: boolean }

/** The note that an entry line says; whoever is named in an action has it in hand. Null when it has no words. */
export function newNote(
  line: ReadLine,
  { sessionId, locale, saidAt, offRecord }: Around,
): NoteContent | null {
  const text = write({ [locale]: line.words }, locale)
  if (!text[locale]) return null
  const isAction = line.kind === 'action'
  const [id, guest] = [line.person?.id ?? null, line.person && !line.person.id ? line.person.name : '']
  return {
    kind: line.kind,
    sessionId,
    text,
    saidAt: new Date(saidAt).toISOString(),
    personId: isAction ? null : id,
    guestName: isAction ? '' : guest,
    ownerId: isAction ? id : null,
    ownerName: isAction ? guest : '',
    offRecord: offRecord || line.offRecord,
    dueOn: null,
    doneAt: null,
    removed: false,
  }
}

type Desk = {
  sessions: readonly { id: string; roster: readonly string[] }[]
  people: readonly { id: string; name: string }[]
  notes: readonly { guestName: string; ownerName: string }[]
}

/** Who may be named by letters: those in the session first, then all of the event, then guests named before. */
export function nameable({ sessions, people, notes }: Desk, sessionId: string | null): Nameable[][] {
  const named = new Map(people.map((one) => [one.id, one]))
  const rosters = (sessionId ? sessions.filter((one) => one.id === sessionId) : sessions).map(
    (one) => one.roster,
  )
  const roster = [...new Set(rosters.flat())].flatMap((id) => named.get(id) ?? [])
  const guests = new Set(notes.flatMap((one) => [one.guestName, one.ownerName]).filter(Boolean))
  return [roster, [...people], [...guests].map((name) => ({ id: null, name }))]
}
