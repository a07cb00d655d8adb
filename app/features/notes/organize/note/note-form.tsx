import type { Note } from '#app/features/notes/domain/note.ts'
import type { NotesDesk } from '#app/features/notes/domain/notes-desk.server.ts'
import { PersonPicker, PickerScript, peopleSource } from '#app/organize/person-picker.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { isStale } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, DateTimeField, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { guestValue, kindOptions, personOptions, sessionOptions } from './note-fields.ts'

extendFormMessages({
  'notes.entry.empty': m['notes.entry.empty'],
  'organize.form.time-invalid': m['organize.form.time-invalid'],
  'organize.form.time-gap': m['organize.form.time-gap'],
  'organize.form.time-overlap': m['organize.form.time-overlap'],
})

type Props = {
  note: Note
  desk: Pick<NotesDesk, 'sessions' | 'people'>
  values: FormValues
  refused: { errors: FormErrors; values: FormValues } | undefined
}

/** All fields of a note, for browsers without script and for whoever wants to see them all. */
export function NoteForm({ note, desk, values, refused }: Props) {
  const shown = refused?.values ?? values
  const value = (name: string) => String(shown[name] ?? '')
  const fault = (name: string) => messageFor(faultAt(refused?.errors, name)?.message ?? '')
  return (
    <form method="post" className="form" noValidate>
      <FormVersions refused={refused} base={footprint(values)} />
      <div className="pair">
        {(['vi', 'en'] as const).map((which) => (
          <TextArea
            key={which}
            name={which}
            lang={which}
            label={which === 'vi' ? m['notes.form.vietnamese']() : m['notes.form.english']()}
            defaultValue={value(which)}
            error={fault(which)}
          />
        ))}
      </div>
      {isStale(note.text) && (
        <CheckboxField
          name="confirmed"
          label={m['notes.form.still-right']()}
          hint={m['notes.mark.stale']()}
        />
      )}
      <SelectField
        name="kind"
        label={m['notes.form.kind']()}
        options={kindOptions()}
        defaultValue={value('kind')}
      />
      <WhoField note={note} desk={desk} kind={value('kind')} chosen={value('person')} />
      <TextField
        name="guest"
        label={m['notes.form.guest']()}
        optional
        defaultValue={value('person') === guestValue || value('person') === '' ? value('guest') : ''}
        error={fault('guest')}
      />
      <DateTimeField
        name="saidAt"
        label={m['notes.entry.minute']()}
        defaultValue={value('saidAt')}
        error={fault('saidAt')}
      />
      <SelectField
        name="session"
        label={m['notes.desk.session']()}
        options={sessionOptions(desk, note)}
        defaultValue={value('session')}
      />
      {note.kind === 'action' && (
        <>
          <TextField
            type="date"
            name="dueOn"
            label={m['notes.form.due']()}
            optional
            defaultValue={value('dueOn')}
          />
          <CheckboxField name="done" label={m['notes.mark.done']()} defaultChecked={value('done') === 'on'} />
        </>
      )}
      <CheckboxField
        name="offRecord"
        label={m['notes.entry.off-record']()}
        defaultChecked={value('offRecord') === 'on'}
      />
      <div>
        <Button>{m['notes.form.save']()}</Button>
      </div>
      <PickerScript />
    </form>
  )
}

type WhoFieldProps = Pick<Props, 'note' | 'desk'> & { kind: string; chosen: string }

function WhoField({ note, desk, kind, chosen }: WhoFieldProps) {
  const source = peopleSource(useEventFrame().slug)
  return (
    <PersonPicker source={source} somebodyNew={{ value: guestValue, nameField: 'guest' }}>
      <SelectField
        name="person"
        label={kind === 'action' ? m['notes.form.owner']() : m['notes.form.person']()}
        options={personOptions(desk, note)}
        defaultValue={chosen}
      />
    </PersonPicker>
  )
}
