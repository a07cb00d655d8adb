import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { FoundNote } from '../domain/search-notes.server.ts'
import { noteKindName } from '../note-labels.ts'

/** Notes of several events, each with the way to its page. */
export function FoundNotes({ notes }: { notes: readonly FoundNote[] }) {
  return (
    <ol className="note-list">
      {notes.map((note) => {
        const { text, lang } = read(note.text, getLocale())
        const name = note.personName || note.guestName
        const owner = note.ownerPersonName || note.ownerName
        return (
          <li key={note.id} className="note-found stack tight">
            <p className="note-head">
              <Badge accent={note.kind === 'quote'}>{noteKindName(note.kind)}</Badge>
              {name && <strong>{name}</strong>}
              {owner && <span>{m['notes.row.owner']({ name: owner })}</span>}
              {note.offRecord && (
                <StateMark tone="bad" shape="stop">
                  {m['notes.mark.off-record']()}
                </StateMark>
              )}
            </p>
            <p className="note-words" lang={lang}>
              {text}
            </p>
            <p className="small soft">
              <a href={`/organize/events/${note.event.slug}/notes/${note.id}`}>
                {formatDateTime(new Date(note.saidAt), note.event.timeZone, getLocale())}
              </a>
              {' · '}
              {textIn(note.event.title, getLocale())}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
