import { m } from '#app/paraglide/messages.js'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { NotesView } from './note-store.ts'

/** How it stands with what was written here, in words; read out as it changes. */
export function NotesStatus({ view: { status, waiting, clashes } }: { view: NotesView }) {
  return (
    <p className="cluster notes-status" role="status">
      {status === 'saved' && <StateMark tone="good">{m['notes.status.saved']()}</StateMark>}
      {status === 'saving' && <StateMark tone="calm">{m['notes.status.saving']()}</StateMark>}
      {status === 'away' && <StateMark tone="care">{m['notes.status.away']({ count: waiting })}</StateMark>}
      {status === 'signed-out' && (
        <StateMark tone="bad">
          {m['notes.status.signed-out']({ count: waiting })}{' '}
          <a href="/sign-in?to=/organize" target="_blank" rel="noreferrer">
            {m['notes.status.sign-in']()}
          </a>
        </StateMark>
      )}
      {clashes > 0 && (
        <StateMark tone="bad" shape="alert">
          {m['notes.status.clashes']({ count: clashes })}
        </StateMark>
      )}
    </p>
  )
}
