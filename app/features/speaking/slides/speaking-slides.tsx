import { m } from '#app/paraglide/messages.js'
import { fileSize } from '#app/shared/files/file-size.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import type { SpeakingSession } from '../speaking-view.server.ts'

type Props = { session: Pick<SpeakingSession, 'id' | 'slides'>; path: string }

/** The slides of a session: what was handed in, and the way to hand in more, also when the session is over. */
export function SpeakingSlides({ session, path }: Props) {
  return (
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
        <SlidesForm session={session} path={path} />
      </div>
    </details>
  )
}

type FormProps = { session: { id: string }; path: string; fault?: string | undefined }

/** Sends in parts with script (upload.js), in one piece without; `fault` is what was wrong with the file sent last. */
export function SlidesForm({ session, path, fault }: FormProps) {
  return (
    <form
      method="post"
      action={`${path}/slides`}
      encType="multipart/form-data"
      className="stack snug"
      data-upload={`${path}/uploads`}
      data-wrong={m['speaking.slides.failed']()}
      data-again={m['speaking.slides.again']()}
      data-done={m['speaking.slides.done']()}
    >
      <input type="hidden" name="session" value={session.id} />
      <TextField
        id={`file-${session.id}`}
        name="file"
        type="file"
        accept=".pdf,.pptx,.key"
        label={m['speaking.slides.file']()}
        hint={m['speaking.slides.hint']()}
        error={fault}
        required
      />
      <progress max={100} value={0} hidden aria-label={m['speaking.slides.progress']()} />
      <p role="status" className="small" />
      <p>
        <Button variant="quiet">{m['speaking.slides.send']()}</Button>
      </p>
    </form>
  )
}
