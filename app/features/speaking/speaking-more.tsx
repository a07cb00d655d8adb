import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { fileSize } from './file-size.ts'
import type { SpeakingSession } from './speaking-view.server.ts'

/** What a speaker can do beside answering, each folded away: slides, another time, a deputy. */
export function SpeakingMore({ session, path }: { session: SpeakingSession; path: string }) {
  const here = `${path}/sessions/${session.id}`
  return (
    <div className="stack snug">
      <details open={session.slides.length > 0}>
        <summary>{m['speaking.slides.title']()}</summary>
        <div className="stack snug">
          {session.slides.length > 0 && (
            <ul className="stack tight plain-list">
              {session.slides.map(({ id, name, size }) => (
                <li key={id} className="cluster">
                  <a href={`${path}/slides/${id}`}>{name}</a>
                  <span className="faint small">{fileSize(size)}</span>
                  <form method="post" action={`${path}/slides/${id}/removal`}>
                    <Button variant="plain">
                      {m['speaking.slides.remove']()} <span className="visually-hidden">{name}</span>
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
          )}
          <form
            method="post"
            action={`${path}/slides`}
            encType="multipart/form-data"
            className="stack snug"
            data-upload={`${path}/uploads`}
            data-wrong={m['speaking.slides.failed']()}
            data-done={m['speaking.slides.done']()}
          >
            <input type="hidden" name="session" value={session.id} />
            <div className="field">
              <label htmlFor={`file-${session.id}`}>{m['speaking.slides.file']()}</label>
              <input
                id={`file-${session.id}`}
                name="file"
                type="file"
                accept=".pdf,.pptx,.key"
                aria-describedby={`file-hint-${session.id}`}
                required
              />
              <span className="field-hint" id={`file-hint-${session.id}`}>
                {m['speaking.slides.hint']()}
              </span>
            </div>
            <progress max={100} value={0} hidden aria-label={m['speaking.slides.progress']()} />
            <p role="status" className="small" />
            <p>
              <Button variant="quiet">{m['speaking.slides.send']()}</Button>
            </p>
          </form>
        </div>
      </details>
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
    </div>
  )
}
