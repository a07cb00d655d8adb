import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { GestureButton, submitGesture } from './gesture-forms.tsx'
import type { Fields } from './row-gesture.ts'
import { titleOf } from './spoken-change.ts'

type SessionTrayProps = {
  sessions: readonly DraftSession[]
  block: (session: DraftSession) => JSX.Element
  onGesture: (fields: Fields) => boolean
}

/** Sessions without a time, to be dragged into the grid, and those that were dropped, to be taken back. */
export function SessionTray({ sessions, block, onGesture }: SessionTrayProps) {
  const waiting = sessions.filter((one) => one.startsAt === null && !one.dropped)
  const dropped = sessions.filter((one) => one.dropped)
  return (
    <aside className="tray" data-tray="" aria-label={m['editor.tray.title']()}>
      <h2 className="label">
        {m['editor.tray.title']()} <span className="count">{waiting.length}</span>
      </h2>
      {waiting.length > 0 ? (
        <ol className="tray-blocks">{waiting.map(block)}</ol>
      ) : (
        <p className="small faint">
          {sessions.some((one) => !one.dropped) ? m['editor.tray.empty']() : m['editor.tray.no-sessions']()}
        </p>
      )}
      {dropped.length > 0 && (
        <>
          <h2 className="label">{m['editor.tray.dropped']()}</h2>
          <ul className="tray-dropped">
            {dropped.map((session) => (
              <li key={session.id} data-session={session.id}>
                <form onSubmit={(event) => submitGesture(event, onGesture)}>
                  <input type="hidden" name="session" value={session.id} />
                  <s>{titleOf(session)}</s>{' '}
                  <GestureButton
                    value="take-back"
                    variant="plain"
                    label={`${m['editor.row.take-back']()}: ${titleOf(session)}`}
                  >
                    {m['editor.row.take-back']()}
                  </GestureButton>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
