import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { GestureButton, submitGesture } from '../grid/gesture-forms.tsx'
import type { Fields } from '../grid/row-gesture.ts'
import { type Places, slotText, titleOf } from '../grid/spoken-change.ts'

type TakenSessionProps = {
  session: DraftSession
  places: Places
  address: string
  onGesture: (fields: Fields) => boolean
}

/** The session that was taken last, and what can be done with it by a tap. */
export function TakenSession({ session, places, address, onGesture }: TakenSessionProps) {
  const isTimed = session.startsAt !== null
  return (
    <section className="taken" aria-label={m['editor.taken.label']()} data-beside={session.id}>
      <p className="taken-words">
        <strong>{titleOf(session)}</strong>
        <span className="soft figures">{slotText(session, places)}</span>
      </p>
      <form className="cluster snug" onSubmit={(event) => submitGesture(event, onGesture)}>
        <input type="hidden" name="session" value={session.id} />
        <ButtonLink href={`${address}/sessions/${session.id}`} variant="quiet">
          {m['editor.taken.open']()}
        </ButtonLink>
        {isTimed && <GestureButton value="earlier">{m['editor.row.earlier']()}</GestureButton>}
        {isTimed && <GestureButton value="later">{m['editor.row.later']()}</GestureButton>}
        <GestureButton value="copy">{m['editor.row.copy']()}</GestureButton>
        {isTimed && <GestureButton value="unschedule">{m['editor.row.unschedule']()}</GestureButton>}
        {!session.dropped && <GestureButton value="drop">{m['editor.row.drop']()}</GestureButton>}
      </form>
    </section>
  )
}
