import { m } from '#app/paraglide/messages.js'
import { sessionKindWord } from '#app/public/code-labels.ts'
import { sessionKinds } from '#app/shared/vocabulary.ts'
import { SelectField } from '#app/ui/fields/field.tsx'
import type { ImportView } from './import-view.server.ts'

type PlacesProps = {
  view: Pick<ImportView, 'rooms' | 'roomNames' | 'roomless' | 'choices'>
  isNew: boolean
}

/** Which rooms the file means, and what holds for all sessions at once. */
export function ImportPlaces({ view, isNew }: PlacesProps) {
  const { rooms, roomNames, roomless, choices } = view
  const asks = roomNames.length > 0 && rooms.length > 0
  return (
    <>
      {asks && (
        <fieldset className="form-group stack snug">
          <legend>{m['exchange.import.rooms-new']()}</legend>
          <p className="soft measure">{m['exchange.import.rooms-lead']()}</p>
          {roomNames.map(({ name, chosen }, index) => (
            <div key={name} className="narrow">
              <input type="hidden" name="roomName" value={name} />
              <SelectField
                id={`room-is-${index}`}
                name="roomIs"
                label={m['exchange.import.room-is']({ name })}
                defaultValue={chosen}
                placeholder={m['exchange.import.new-room']()}
                options={rooms}
              />
            </div>
          ))}
        </fieldset>
      )}
      {isNew && (
        <fieldset className="form-group stack snug">
          <legend>{m['exchange.import.for-all']()}</legend>
          <div className="cluster">
            <input type="hidden" name="kindOf" value="" />
            <SelectField
              id="kind-all"
              name="kind"
              label={m['exchange.import.all-kind']()}
              defaultValue={choices.allKind}
              placeholder={m['exchange.import.as-read']()}
              options={sessionKinds.map((value) => ({ value, label: sessionKindWord(value) }))}
            />
            {roomless > 0 && rooms.length > 0 && (
              <>
                <input type="hidden" name="roomOf" value="" />
                <SelectField
                  id="room-all"
                  name="room"
                  label={m['exchange.import.all-room']()}
                  defaultValue={choices.allRoom}
                  placeholder={m['exchange.import.no-room']()}
                  options={rooms}
                />
              </>
            )}
          </div>
        </fieldset>
      )}
    </>
  )
}
