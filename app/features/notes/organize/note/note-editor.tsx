import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { clockOf } from '#app/features/agenda/domain/day-clock.ts'
import type { NotesDesk } from '#app/features/notes/domain/notes-desk.server.ts'
import { PersonPicker, peopleSource } from '#app/organize/person-picker.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import type { NoteKind } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { clockInput } from '#app/ui/fields/clock-input.ts'
import { CheckboxField, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import type { NoteContent } from '../../domain/note-content.ts'
import type { NoteStore, ShownNote } from '../desk/note-store.ts'
import { type SpanOfEvent, saidAt } from '../desk/said-at.ts'
import {
  guestValue,
  kindOptions,
  namedFields,
  personOptions,
  sessionOptions,
  withKind,
} from './note-fields.ts'
import { useNoteDraft } from './use-note-draft.ts'

type Props = {
  address: string
  note: ShownNote
  event: SpanOfEvent
  desk: NotesDesk
  store: NoteStore
  onClose: () => void
}

/** A note edited where it stands; saved by itself. Escape or the button ends it. */
export function NoteEditor({ address, note, event, desk, store, onClose }: Props) {
  const locale = getLocale()
  const { draft, change, saveNow, remove } = useNoteDraft(note, store, locale)
  const { content } = draft
  const isEmpty = !draft.vi.trim() && !draft.en.trim()
  const form = useRef<HTMLFormElement>(null)
  const first = content.text.original ?? locale
  useEffect(() => {
    const words = form.current?.querySelector<HTMLTextAreaElement>(`textarea[lang="${first}"]`)
    words?.focus()
  }, [first])

  const close = () => saveNow() && onClose()
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== 'Escape' && !(key.key === 'Enter' && (key.ctrlKey || key.metaKey))) return
    key.preventDefault()
    close()
  }
  return (
    <form
      ref={form}
      className="note-editor"
      aria-label={m['notes.form.title']()}
      onKeyDown={onKeyDown}
      onBlur={(left) => {
        if (!left.currentTarget.contains(left.relatedTarget)) saveNow()
      }}
      onSubmit={(submit) => {
        submit.preventDefault()
        close()
      }}
    >
      <div className="pair">
        {(first === 'en' ? (['en', 'vi'] as const) : (['vi', 'en'] as const)).map((which) => (
          <TextArea
            key={which}
            id={`${which}-${note.id}`}
            name={which}
            lang={which}
            rows={3}
            label={which === 'vi' ? m['notes.form.vietnamese']() : m['notes.form.english']()}
            value={draft[which]}
            maxLength={10_000}
            error={isEmpty ? m['notes.entry.empty']() : undefined}
            onChange={(typed) => change({}, { [which]: typed.target.value })}
          />
        ))}
      </div>
      {isStale(content.text) && (
        <div className="cluster">
          <span>{m['notes.mark.stale']()}</span>
          <Button type="button" variant="quiet" onClick={() => saveNow(true)}>
            {m['notes.form.still-right']()}
          </Button>
        </div>
      )}
      <NoteFields content={content} event={event} desk={desk} change={change} />
      <div className="cluster">
        <Button>{m['notes.form.close']()}</Button>
        <Button
          type="button"
          variant="danger"
          onClick={() => {
            remove()
            onClose()
          }}
        >
          {m['notes.form.remove']()}
        </Button>
        {note.revision > 0 && <a href={`${address}/${note.id}`}>{m['notes.form.history']()}</a>}
      </div>
    </form>
  )
}

type FieldsProps = Pick<ReturnType<typeof useNoteDraft>, 'change'> & { content: NoteContent }

/** Everything about a note but its words. */
function NoteFields({ content, event, desk, change }: FieldsProps & Pick<Props, 'event' | 'desk'>) {
  const named = namedFields(content)
  const [isGuest, setGuest] = useState(named.guest !== '')
  const isAction = content.kind === 'action'
  return (
    <div className="note-fields">
      <SelectField
        name="kind"
        label={m['notes.form.kind']()}
        options={kindOptions()}
        value={content.kind}
        onChange={(chosen) => change(withKind(content, chosen.target.value as NoteKind))}
      />
      <PersonPicker
        source={peopleSource(useEventFrame().slug)}
        somebodyNew={{ value: guestValue, nameField: 'guest' }}
      >
        <SelectField
          name="person"
          label={isAction ? m['notes.form.owner']() : m['notes.form.person']()}
          options={personOptions(desk, content)}
          value={isGuest ? guestValue : (named.id ?? '')}
          onChange={(chosen) => {
            setGuest(chosen.target.value === guestValue)
            change(named.choose(chosen.target.value))
          }}
        />
      </PersonPicker>
      {isGuest && (
        <TextField
          name="guest"
          label={m['notes.form.guest']()}
          defaultValue={named.guest}
          maxLength={200}
          onChange={(typed) => change(named.name(typed.target.value))}
        />
      )}
      <TextField
        {...clockInput()}
        name="at"
        label={m['notes.entry.minute']()}
        defaultValue={clockOf(content.saidAt, event.timeZone)}
        onChange={(typed) => {
          const at = saidAt(typed.target.value, event, Date.parse(content.saidAt))
          if (at !== null) change({ saidAt: new Date(at).toISOString() })
        }}
      />
      <SelectField
        name="session"
        label={m['notes.desk.session']()}
        options={sessionOptions(desk, content)}
        value={content.sessionId ?? ''}
        onChange={(chosen) => change({ sessionId: chosen.target.value || null })}
      />
      {isAction && <ActionFields content={content} change={change} />}
      <CheckboxField
        name="offRecord"
        label={m['notes.entry.off-record']()}
        checked={content.offRecord}
        onChange={(ticked) => change({ offRecord: ticked.target.checked })}
      />
    </div>
  )
}

function ActionFields({ content, change }: FieldsProps) {
  return (
    <>
      <TextField
        type="date"
        name="dueOn"
        label={m['notes.form.due']()}
        value={content.dueOn ?? ''}
        onChange={(typed) => change({ dueOn: typed.target.value || null })}
      />
      <CheckboxField
        name="done"
        label={m['notes.mark.done']()}
        checked={content.doneAt !== null}
        onChange={(ticked) => change({ doneAt: ticked.target.checked ? new Date().toISOString() : null })}
      />
    </>
  )
}
