import type { SessionKind } from '#app/shared/vocabulary.ts'
import { longest, oneLine } from './calendar-text.ts'
import { escapeText } from './finish-lines.ts'

/** What of a session a calendar has no words for; only a programme that is read again asks for it. */
export type ProgrammePart = {
  kind: SessionKind
  room: string
  track: string
  people: readonly { id: string; name: string }[]
}

/** Names of properties that calendars pass over, and that our own import reads. */
export const programmeNames = {
  kind: 'x-ban-tron-kind',
  room: 'x-ban-tron-room',
  person: 'x-ban-tron-person',
  id: 'x-ban-tron-id',
} as const

/** These as lines of a VEVENT; the track is what calendars call a category. */
export function programmeLines({ kind, room, track, people }: ProgrammePart): string[] {
  const name = (property: keyof typeof programmeNames) => programmeNames[property].toUpperCase()
  const text = (value: string, max: number) => escapeText(oneLine(value, max))
  return [
    `${name('kind')}:${kind}`,
    ...(room ? [`${name('room')}:${text(room, longest.location)}`] : []),
    ...(track ? [`CATEGORIES:${text(track, longest.location)}`] : []),
    ...people.map((one) => `${name('person')};${name('id')}=${one.id}:${text(one.name, longest.title)}`),
  ]
}
