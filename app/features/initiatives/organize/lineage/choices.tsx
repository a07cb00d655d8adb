import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

type Row = { id: string; chosen: boolean; label: ReactNode }
type Props = {
  action: string
  title: string | null
  hint: string
  rows: readonly Row[]
  /** The event whose sessions these are. */
  eventId?: string
}

/** Boxes to tick, saved together; nothing where there is nothing to choose. */
export function Choices({ action, title, hint, rows, eventId }: Props) {
  if (rows.length === 0) return null
  return (
    <form method="post" action={action} className="form">
      <fieldset className="stack snug">
        <legend className="title-m">{title ?? m['initiatives.lineage-desk.sessions']()}</legend>
        <p className="soft measure">{hint}</p>
        {eventId && <input type="hidden" name="event" value={eventId} />}
        {rows.map(({ id, chosen, label }) => (
          <label key={id} className="choice">
            <input type="checkbox" name="chosen" value={id} defaultChecked={chosen} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <Button variant="quiet">{m['organize.form.save']()}</Button>
      </p>
    </form>
  )
}
