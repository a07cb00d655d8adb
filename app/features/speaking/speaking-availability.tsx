import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import type { SpeakingView } from './speaking-view.server.ts'

type Props = { page: Pick<SpeakingView, 'windows' | 'event'>; path: string }

/** When the speaker can be there; nothing said means always. */
export function SpeakingAvailability({ page, path }: Props) {
  const { windows, event } = page
  return (
    <section className="stack" aria-labelledby="availability">
      <h2 className="title-m" id="availability">
        {m['speaking.availability.title']()}
      </h2>
      <p className="soft measure">
        {windows.length === 0 ? m['speaking.availability.always']() : m['speaking.availability.lead']()}
      </p>
      {windows.length > 0 && (
        <ul className="stack tight plain-list">
          {windows.map(({ id, words }) => (
            <li key={id} className="cluster">
              {words}
              <form method="post" action={`${path}/availability/${id}/removal`}>
                <Button variant="plain">
                  {m['speaking.availability.remove']()} <span className="visually-hidden">{words}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{m['speaking.availability.add']()}</summary>
        <form method="post" action={`${path}/availability`} className="stack snug">
          <div className="pair">
            <TextField
              name="from"
              type="datetime-local"
              label={m['speaking.availability.from']()}
              hint={m['speaking.proposal.zone']()}
              defaultValue={event.from}
              required
            />
            <TextField
              name="to"
              type="datetime-local"
              label={m['speaking.availability.to']()}
              defaultValue={event.to}
              required
            />
          </div>
          <p>
            <Button variant="quiet">{m['speaking.availability.save']()}</Button>
          </p>
        </form>
      </details>
    </section>
  )
}
