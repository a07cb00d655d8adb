import { memo } from 'react'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { isStale, missingIn, read, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDay, formatTime } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { ShownNote } from './note-store.ts'

type Props = {
  address: string
  note: ShownNote
  /** Who said it, and who has an action in hand. */
  name: string
  owner: string
  timeZone: string
  /** Of its session, where several are shown. */
  title: TranslatedText | undefined
  onEdit: (id: string) => void
  onForget: (id: string) => void
}

/** A note to read: minute, kind, who, the words in the language they were written in, then the other. */
export const NoteRow = memo(function NoteRow(props: Props) {
  const { address, note, name, owner, timeZone, title, onEdit, onForget } = props
  const time = formatTime(new Date(note.saidAt), timeZone, getLocale())
  const { text, lang } = read(note.text, note.text.original ?? getLocale())
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <>
      <p className="note-when figures">
        <time dateTime={note.saidAt}>{time}</time>
      </p>
      <div className="note-what">
        <p className="note-head">
          <Badge accent={note.kind === 'quote'}>{noteKindName(note.kind)}</Badge>
          {name && <strong>{name}</strong>}
          {owner && <span>{m['notes.row.owner']({ name: owner })}</span>}
          {note.dueOn && (
            <span>{m['notes.row.due']({ day: formatDay(new Date(note.dueOn), 'UTC', getLocale()) })}</span>
          )}
          {title && <span className="faint">{textIn(title, getLocale())}</span>}
        </p>
        <p className="note-words" lang={lang}>
          {text}
        </p>
        {note.text[other] && (
          <p className="note-words soft" lang={other}>
            {note.text[other]}
          </p>
        )}
        <NoteMarks note={note} onForget={onForget} />
      </div>
      <p className="note-acts">
        <a
          href={`${address}/${note.id}`}
          className="note-edit"
          aria-label={m['notes.row.edit-at']({ time })}
          onClick={(click) => {
            if (click.metaKey || click.ctrlKey || click.shiftKey) return
            click.preventDefault()
            onEdit(note.id)
          }}
        >
          {m['notes.row.edit']()}
        </a>
      </p>
    </>
  )
})

function NoteMarks({ note, onForget }: Pick<Props, 'note' | 'onForget'>) {
  const missing = missingIn(note.text)
  const isDone = note.doneAt !== null
  const refused = note.unsent?.refused
  if (!note.offRecord && note.state === 'saved' && !missing && !isStale(note.text) && !isDone) return null
  return (
    <p className="note-marks">
      {note.state === 'waiting' && <StateMark tone="care">{m['notes.mark.waiting']()}</StateMark>}
      {note.offRecord && (
        <StateMark tone="bad" shape="stop">
          {m['notes.mark.off-record']()}
        </StateMark>
      )}
      {isDone && <StateMark tone="good">{m['notes.mark.done']()}</StateMark>}
      {missing === 'vi' && <span className="faint">{m['notes.mark.no-vietnamese']()}</span>}
      {missing === 'en' && <span className="faint">{m['notes.mark.no-english']()}</span>}
      {isStale(note.text) && (
        <StateMark tone="care" shape="alert">
          {m['notes.mark.stale']()}
        </StateMark>
      )}
      {refused && (
        <>
          <StateMark tone="bad">{m['notes.mark.refused']({ reason: refused })}</StateMark>
          <Button type="button" variant="plain" onClick={() => onForget(note.id)}>
            {m['notes.mark.forget']()}
          </Button>
        </>
      )}
    </p>
  )
}
