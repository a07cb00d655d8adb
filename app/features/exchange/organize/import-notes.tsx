import { m } from '#app/paraglide/messages.js'
import { CheckboxField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ImportNote } from '../domain/imported-agenda.ts'
import { noteWords } from './import-words.ts'

type Noted = {
  notes: readonly ImportNote[]
  choices: { readAsLocal: boolean; day: string }
  outside: number
  roomless: number
  eventDays: string
}

/** What the whole file leaves open, with a field where it can be decided. */
export function ImportNotes({ view }: { view: Noted }) {
  const { notes, choices, outside, roomless, eventDays } = view
  // By which clock times are read, the page says above.
  const told = notes.filter((note) => note !== 'times-without-zone')
  return (
    <>
      {told.map((note) => (
        <Notice key={note} tone="warning" title={noteWords(note)}>
          {note === 'times-marked-utc' && (
            <CheckboxField
              name="readAsLocal"
              label={m['exchange.import.as-local']()}
              defaultChecked={choices.readAsLocal}
            />
          )}
          {note === 'day-missing' && (
            <TextField
              name="day"
              type="date"
              label={m['exchange.import.day']()}
              className="input-short"
              defaultValue={choices.day}
            />
          )}
        </Notice>
      ))}
      {roomless > 0 && <Notice tone="warning" title={m['exchange.import.roomless']({ count: roomless })} />}
      {outside > 0 && (
        <Notice
          tone="warning"
          title={m['exchange.import.note-outside']({ count: outside, when: eventDays })}
        />
      )}
    </>
  )
}
