import { PersonPicker, PickerScript, peopleSource } from '#app/organize/person-picker.tsx'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'

type OtherRecordFormProps = { event: string; personId: string; typed?: string }

/** Names the other record of somebody, to compare the two. */
export function OtherRecordForm({ event, personId, typed = '' }: OtherRecordFormProps) {
  return (
    <form method="get" action={`/organize/events/${event}/people/${personId}/merge`} className="stack snug">
      <PersonPicker source={peopleSource(event)} sendsId>
        <TextField
          name="other"
          label={m['people.merge.other']()}
          defaultValue={typed}
          maxLength={200}
          autoComplete="off"
          required
        />
      </PersonPicker>
      <div>
        <Button variant="quiet">{m['people.duplicates.compare']()}</Button>
      </div>
      <PickerScript />
    </form>
  )
}
