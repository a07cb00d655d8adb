import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ImportNote, UnreadFile } from '../domain/imported-agenda.ts'
import { noteLabel, unreadText } from './import-labels.ts'

type Noted = {
  notes: readonly ImportNote[]
  choices: { readAsLocal: boolean; day: string }
  outside: number
  roomless: number
  eventDays: string
  unread: readonly UnreadFile[]
  place: string
  readPlace: string
  offer: { when: string; place: string } | null
}

type Props = { view: Noted; settings: string | null; otherFiles: string }

/** What the whole file leaves open, with a field where it can be decided. `settings`: where the event can be set to it. `otherFiles`:
 * where files are chosen and text is pasted. */
export function ImportNotes({ view, settings, otherFiles }: Props) {
  const { notes, choices, outside, roomless, eventDays, unread, place, readPlace, offer } = view
  // By which clock times are read, the page says above.
  const told = notes.filter((note) => note !== 'times-without-zone')
  return (
    <>
      {unread.length > 0 && (
        <Notice tone="warning" title={m['exchange.import.unread']({ count: unread.length })}>
          <ul>
            {unread.map((file) => (
              <li key={file.name}>{unreadText(file)}</li>
            ))}
          </ul>
          <p>
            <a href={otherFiles}>{m['exchange.import.unread-other']()}</a>
          </p>
        </Notice>
      )}
      {told.map((note) => (
        <Notice key={note} tone="warning" title={noteLabel(note)}>
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
      {(outside > 0 || place !== readPlace) && (
        <Notice
          tone="warning"
          title={[
            ...(place === readPlace
              ? []
              : [m['exchange.import.other-zone']({ file: readPlace, event: place })]),
            ...(outside > 0 ? [m['exchange.import.note-outside']({ count: outside, when: eventDays })] : []),
          ].join(' ')}
        >
          {offer && settings && (
            <>
              <p className="measure">{m['exchange.import.offer-lead']()}</p>
              <p>
                <ButtonLink href={settings} variant="plain">
                  {m['exchange.import.offer-days']({ when: offer.when, place: offer.place })}
                </ButtonLink>
              </p>
            </>
          )}
        </Notice>
      )}
    </>
  )
}
