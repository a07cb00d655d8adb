import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import type { SpeakingSession } from './speaking-view.server.ts'

/** What a speaker can do beside answering, each folded away: another time, a deputy. */
export function SpeakingMore({ session, path }: { session: SpeakingSession; path: string }) {
  const here = `${path}/sessions/${session.id}`
  return (
    <>
      <details>
        <summary>{m['speaking.proposal.title']()}</summary>
        <form method="post" action={`${here}/proposal`} className="stack snug">
          <p className="soft small">{m['speaking.proposal.lead']()}</p>
          <TextField
            name="startsAt"
            type="datetime-local"
            label={m['speaking.proposal.starts']()}
            hint={m['speaking.proposal.zone']()}
            defaultValue={session.startsLocal}
            required
          />
          <TextField name="note" label={m['speaking.proposal.note']()} />
          <p>
            <Button variant="quiet">{m['speaking.proposal.send']()}</Button>
          </p>
        </form>
      </details>
      {!session.deputy && (
        <details>
          <summary>{m['speaking.deputy.title']()}</summary>
          <form method="post" action={`${here}/deputy`} className="stack snug">
            <p className="soft small">{m['speaking.deputy.lead']()}</p>
            <TextField name="name" label={m['speaking.deputy.name']()} autoComplete="off" required />
            <TextField
              name="email"
              type="email"
              label={m['speaking.deputy.email']()}
              autoComplete="off"
              required
            />
            <p>
              <Button variant="quiet">{m['speaking.deputy.send']()}</Button>
            </p>
          </form>
        </details>
      )}
    </>
  )
}

/** Who goes in the speaker's place, and the way back. */
export function OwnDeputy({ session, name, path }: { session: SpeakingSession; name: string; path: string }) {
  return (
    <form method="post" action={`${path}/sessions/${session.id}/deputy/removal`} className="stack snug">
      <p>{m['speaking.deputy.goes']({ name })}</p>
      <p>
        <Button variant="quiet">{m['speaking.deputy.withdraw']()}</Button>
      </p>
    </form>
  )
}
