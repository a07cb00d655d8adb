import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { OwnActionView } from './words-view.server.ts'

/** What somebody took on at the event, and the way to say that it is done. */
export function OwnActions({ actions }: { actions: readonly OwnActionView[] }) {
  return (
    <section className="stack" aria-labelledby="actions">
      <h2 className="title-m" id="actions">
        {m['notes.words.actions']()}
      </h2>
      <ul className="stack">
        {actions.map((one) => (
          <li className="ticket stack snug" key={one.id}>
            <Translated value={one.text} as="p" />
            {one.due && <p className="small soft">{m['notes.words.due']({ day: one.due })}</p>}
            {one.isDone ? (
              <p>
                <StateMark tone="good">{m['notes.words.done']()}</StateMark>
              </p>
            ) : (
              <form method="post">
                <input type="hidden" name="done" value={one.id} />
                <Button variant="quiet">{m['notes.words.mark-done']()}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
