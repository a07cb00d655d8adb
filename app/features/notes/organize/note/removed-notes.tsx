import type { FormEvent } from 'react'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read } from '#app/shared/i18n/translated-text.ts'
import { formatTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { contentOf, type NoteStore, type ShownNote } from '../desk/note-store.ts'

type Props = {
  address: string
  notes: readonly ShownNote[]
  event: { timeZone: string }
  store: NoteStore
}

/** What was removed, to be taken back. */
export function RemovedNotes({ address, notes, event, store }: Props) {
  const removed = notes.filter((one) => one.removed && one.state !== 'clash')
  if (removed.length === 0) return null
  const takeBack = (note: ShownNote) => (submit: FormEvent) => {
    submit.preventDefault()
    store.save(note.id, { ...contentOf(note), removed: false })
  }
  return (
    <details className="fold">
      <summary>{m['notes.removed.title']({ count: removed.length })}</summary>
      <ol className="note-list">
        {removed.map((note) => {
          const { text, lang } = read(note.text, getLocale())
          return (
            <li key={note.id} className="note">
              <p className="note-when figures">
                {formatTime(new Date(note.saidAt), event.timeZone, getLocale())}
              </p>
              <p className="note-what">
                <span className="soft">{noteKindName(note.kind)}: </span>
                <span lang={lang}>{text}</span>
              </p>
              <form method="post" action={`${address}/${note.id}/restoration`} onSubmit={takeBack(note)}>
                <input type="hidden" name="revision" value={note.revision} />
                <input type="hidden" name="version" value={note.revision} />
                <Button variant="plain">{m['notes.removed.take-back']()}</Button>
              </form>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
