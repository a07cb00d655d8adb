import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

type Turn = { personId: string; before: number | null; after: number | null }
type FittedTurnsProps = {
  fitted: { id: number; turns: readonly Turn[] }
  people: readonly { id: string; name: string }[]
  page: string
}

/** Whose turns were shortened to fit, from how many minutes to how many, and the way back to how the session was. */
export function FittedTurns({ fitted, people, page }: FittedTurnsProps) {
  const names = new Map(people.map((person) => [person.id, person.name]))
  const said = (minutes: number | null) =>
    minutes === null ? '—' : `${minutes} ${m['agenda.session.minutes-unit']()}`
  return (
    <>
      <p>{m['agenda.session.turns-fitted']()}</p>
      <ul className="figures">
        {fitted.turns.map(({ personId, before, after }) => (
          <li key={personId}>
            {names.get(personId)}: {said(before)} → {said(after)}
          </li>
        ))}
      </ul>
      <form method="post" action={`${page}/undo`}>
        <input type="hidden" name="change" value={fitted.id} />
        <Button variant="quiet">{m['agenda.session.turns-undo']()}</Button>
      </form>
    </>
  )
}
