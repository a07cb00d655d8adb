import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import type { SpeakingView } from './speaking-view.server.ts'

/** The picture that readers see of the speaker, and the way to another. */
export function SpeakingPortrait({ page, path }: { page: Pick<SpeakingView, 'person'>; path: string }) {
  const { name, portraitId } = page.person
  return (
    <div className="cluster">
      {portraitId ? (
        <img
          src={`/portraits/${portraitId}/192.webp`}
          alt={m['speaking.portrait.alt']({ name })}
          width={96}
          height={96}
          className="portrait"
        />
      ) : (
        <Monogram name={name} size="6rem" />
      )}
      <form method="post" action={`${path}/portrait`} encType="multipart/form-data" className="stack snug">
        <div className="field">
          <label htmlFor="portrait">{m['speaking.portrait.file']()}</label>
          <input
            id="portrait"
            name="portrait"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            aria-describedby="portrait-hint"
            required
          />
          <span className="field-hint" id="portrait-hint">
            {m['speaking.portrait.hint']()}
          </span>
        </div>
        <div className="field">
          <label htmlFor="credit">{m['speaking.portrait.credit']()}</label>
          <input id="credit" name="credit" className="input" maxLength={200} />
        </div>
        <p>
          <Button variant="quiet">{m['speaking.portrait.send']()}</Button>
        </p>
      </form>
    </div>
  )
}
