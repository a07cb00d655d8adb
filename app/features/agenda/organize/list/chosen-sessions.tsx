import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { GestureButton, submitGesture } from '../grid/gesture-forms.tsx'
import type { Fields } from '../grid/row-gesture.ts'
import { titleOf } from '../grid/spoken-change.ts'

type ChosenSessionsProps = {
  sessions: readonly DraftSession[]
  onGesture: (fields: Fields) => boolean
  onClear: () => void
}

/** The sessions that were chosen together, and what can be done to all of them at once. */
export function ChosenSessions({ sessions, onGesture, onClear }: ChosenSessionsProps) {
  return (
    <section className="taken" aria-label={m['editor.chosen.label']()} data-beside={sessions[0]?.id}>
      <p className="taken-words">
        <strong>{m['editor.chosen.count']({ count: sessions.length })}</strong>
        <span className="soft small">{sessions.map(titleOf).join(' · ')}</span>
      </p>
      <form className="gesture-form" onSubmit={(event) => submitGesture(event, onGesture)}>
        <input type="hidden" name="session" value={sessions.map((one) => one.id).join(',')} />
        <TextField
          id="chosen-by"
          name="by"
          type="number"
          label={m['editor.field.minutes']()}
          min={1}
          max={1440}
          defaultValue={5}
        />
        <span className="cluster snug">
          <GestureButton value="earlier">{m['editor.after.earlier']()}</GestureButton>
          <GestureButton value="later">{m['editor.after.later']()}</GestureButton>
          <GestureButton value="unschedule">{m['editor.row.unschedule']()}</GestureButton>
          <GestureButton value="drop">{m['editor.row.drop']()}</GestureButton>
          <Button type="button" variant="plain" onClick={onClear}>
            {m['editor.chosen.clear']()}
          </Button>
        </span>
      </form>
    </section>
  )
}
