import { Fragment } from 'react'
import { dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { NotesDesk } from '#app/features/notes/domain/notes-desk.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDay } from '#app/shared/time/format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { NoteClash } from '../note/note-clash.tsx'
import { NoteEditor } from '../note/note-editor.tsx'
import { NoteRow } from './note-row.tsx'
import type { NoteStore, ShownNote } from './note-store.ts'
import { moreNotes } from './notes-shown.ts'
import type { SpanOfEvent } from './said-at.ts'

type Props = {
  address: string
  sessionId: string | null
  event: SpanOfEvent
  desk: NotesDesk
  store: NoteStore
  /** The newest first. */
  notes: readonly ShownNote[]
  /** How many there are before those, and how many the page began with. */
  earlier: number
  shown: number
  showEarlier: () => void
  editing: string | null
  setEditing: (id: string | null) => void
}

/** The notes of a session by their minutes, the newest first below the line that writes them; any is edited in its place. */
export function NoteList(props: Props) {
  const { address, sessionId, event, desk, store, notes, earlier, editing, setEditing } = props
  const severalDays = dayOf(event.startsAt, event.timeZone) !== dayOf(event.endsAt, event.timeZone)
  const people = new Map(desk.people.map((one) => [one.id, one.name]))
  const titles = new Map(desk.sessions.map((one) => [one.id, one.title]))
  if (notes.length === 0) {
    return (
      <EmptyState title={m['notes.desk.none']()}>
        <p>{m['notes.desk.none-hint']()}</p>
      </EmptyState>
    )
  }
  const close = (id: string) => {
    setEditing(null)
    // The row is there again at the next frame.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#note-${id} .note-edit`)?.focus())
  }
  const body = (note: ShownNote) => {
    if (note.unsent?.stored) {
      return <NoteClash note={note} stored={note.unsent.stored} event={event} people={people} store={store} />
    }
    if (note.id === editing) {
      return (
        <NoteEditor
          address={address}
          note={note}
          event={event}
          desk={desk}
          store={store}
          onClose={() => close(note.id)}
        />
      )
    }
    const title = sessionId === null && note.sessionId !== null ? titles.get(note.sessionId) : undefined
    const name = (note.personId && people.get(note.personId)) || note.personName || note.guestName
    const owner = (note.ownerId && people.get(note.ownerId)) || note.ownerPersonName || note.ownerName
    return (
      <NoteRow
        address={address}
        note={note}
        name={name}
        owner={owner}
        timeZone={event.timeZone}
        title={title}
        onEdit={setEditing}
        onForget={store.forget}
      />
    )
  }
  return (
    <section aria-label={m['notes.desk.list']()}>
      <ol className="note-list">
        {notes.map((note, place) => {
          const day = severalDays ? dayOf(note.saidAt, event.timeZone) : ''
          const before = notes[place - 1]
          const isNewDay = severalDays && (!before || dayOf(before.saidAt, event.timeZone) !== day)
          return (
            <Fragment key={note.id}>
              {isNewDay && (
                <li className="note-day label">
                  {formatDay(new Date(note.saidAt), event.timeZone, getLocale())}
                </li>
              )}
              <li id={`note-${note.id}`} className="note" data-state={note.state}>
                {body(note)}
              </li>
            </Fragment>
          )
        })}
      </ol>
      {earlier > 0 && <EarlierNotes {...props} />}
    </section>
  )
}

function EarlierNotes({ address, sessionId, earlier, shown, showEarlier }: Props) {
  return (
    <p>
      <a
        href={`${address}?session=${sessionId ?? 'all'}&shown=${shown + moreNotes}`}
        onClick={(click) => {
          if (click.metaKey || click.ctrlKey || click.shiftKey) return
          click.preventDefault()
          showEarlier()
        }}
      >
        {m['notes.desk.earlier']({ count: earlier })}
      </a>
    </p>
  )
}
