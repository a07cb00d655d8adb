import type { DeskSession } from '#app/features/notes/domain/notes-desk.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'

type Props = {
  address: string
  sessions: readonly DeskSession[]
  sessionId: string | null
  onChoose: (sessionId: string | null) => void
}

/** Which session is written down, and whether it is on the record. */
export function SessionBar({ address, sessions, sessionId, onChoose }: Props) {
  const session = sessions.find((one) => one.id === sessionId)
  return (
    <div className="notes-session">
      <form method="get" action={address} className="toolbar">
        <div className="field">
          <label className="field-label" htmlFor="notes-session">
            {m['notes.desk.session']()}
          </label>
          <select
            id="notes-session"
            name="session"
            className="input"
            value={sessionId ?? 'all'}
            onChange={(event) => onChoose(event.target.value === 'all' ? null : event.target.value)}
          >
            <option value="all">{m['notes.desk.all-sessions']()}</option>
            {sessions
              .filter((one) => !one.dropped || one.id === sessionId)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {textIn(one.title, getLocale())}
                </option>
              ))}
          </select>
        </div>
        <noscript>
          <Button variant="quiet">{m['notes.desk.show-session']()}</Button>
        </noscript>
      </form>
      {session && (
        <form
          method="post"
          action={`${address}/sessions/${session.id}/record`}
          className="cluster notes-record"
        >
          {session.offRecord ? (
            <StateMark tone="bad" shape="stop">
              {m['notes.desk.session-off']()}
            </StateMark>
          ) : (
            <StateMark tone="good">{m['notes.desk.session-on']()}</StateMark>
          )}
          <input type="hidden" name="record" value={session.offRecord ? 'on' : 'off'} />
          <Button variant="plain">
            {session.offRecord ? m['notes.desk.put-on']() : m['notes.desk.take-off']()}
          </Button>
        </form>
      )}
    </div>
  )
}
