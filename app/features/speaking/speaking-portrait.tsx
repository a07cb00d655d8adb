import { PortraitFields } from '#app/features/people/portrait-fields.tsx'
import { m } from '#app/paraglide/messages.js'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Monogram } from '#app/ui/monogram.tsx'
import type { SpeakingView } from './speaking-view.server.ts'

type Props = { page: Pick<SpeakingView, 'person'>; path: string; refused?: Refused | undefined }

/** The picture that readers see of the speaker, and the way to another. */
export function SpeakingPortrait({ page, path, refused }: Props) {
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
        <PortraitFields
          refused={refused}
          send={<Button variant="quiet">{m['speaking.portrait.send']()}</Button>}
        />
      </form>
    </div>
  )
}
