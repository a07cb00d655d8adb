import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { type NoteKind, noteKinds } from '#app/shared/vocabulary.ts'
import type { Option } from '#app/ui/fields/field.tsx'
import type { NoteContent } from '../../domain/note-content.ts'

/** Says in the list of people that a guest by name is meant. */
export const guestValue = 'guest'

type Named = Pick<NoteContent, 'kind' | 'personId' | 'guestName' | 'ownerId' | 'ownerName'>

/** Whom a note names, as one list of people offers it: whose words they are, or who has the action in hand. */
export function namedFields({ kind, ...one }: Named) {
  const isAction = kind === 'action'
  const id = isAction ? one.ownerId : one.personId
  const guest = isAction ? one.ownerName : one.guestName
  const put = (id: string | null, name: string) =>
    isAction ? { ownerId: id, ownerName: name } : { personId: id, guestName: name }
  return {
    id,
    guest,
    choose: (value: string) => put(value === guestValue ? null : value || null, ''),
    name: (name: string) => put(null, name.trim()),
  }
}

/** A note of another kind: who is named goes along, and what only actions have goes. */
export function withKind(note: NoteContent, kind: NoteKind): Partial<NoteContent> {
  if (note.kind === 'action' && kind !== 'action') {
    const { ownerId, ownerName, personId, guestName } = note
    const isNamed = personId !== null || guestName !== ''
    return {
      kind,
      ownerId: null,
      ownerName: '',
      dueOn: null,
      doneAt: null,
      ...(!isNamed && { personId: ownerId, guestName: ownerName }),
    }
  }
  if (note.kind !== 'action' && kind === 'action') {
    const { personId, guestName } = note
    return { kind, ownerId: personId, ownerName: guestName, personId: null, guestName: '' }
  }
  return { kind }
}

export const kindOptions = (): Option[] =>
  noteKinds.map((kind) => ({ value: kind, label: noteKindName(kind) }))

type Desk = {
  sessions: readonly { id: string; title: TranslatedText; dropped: boolean; roster: readonly string[] }[]
  people: readonly { id: string; name: string }[]
}

/** Nobody, those in the session, the event's other people, a guest. */
export function personOptions({ sessions, people }: Desk, note: NoteContent): Option[] {
  const roster = sessions.find((one) => one.id === note.sessionId)?.roster ?? []
  const own = new Set(roster)
  const named = new Map(people.map((one) => [one.id, one.name]))
  const option = (id: string) => ({ value: id, label: named.get(id) ?? '' })
  return [
    { value: '', label: m['notes.entry.nobody']() },
    ...[...own].filter((id) => named.has(id)).map(option),
    ...people.filter((one) => !own.has(one.id)).map((one) => option(one.id)),
    { value: guestValue, label: m['notes.form.guest']() },
  ]
}

export const sessionOptions = ({ sessions }: Desk, note: NoteContent): Option[] => [
  { value: '', label: m['notes.form.no-session']() },
  ...sessions
    .filter((one) => !one.dropped || one.id === note.sessionId)
    .map((one) => ({ value: one.id, label: textIn(one.title, getLocale()) })),
]
