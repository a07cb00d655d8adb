import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { Button } from '#app/ui/button.tsx'
import { CoverWords, fieldsOf, PictureFileField } from './cover-fields.tsx'

/** A picture to send as the cover, with what it shows and whose it is. */
export function NewCoverForm({ slug, refused }: { slug: string; refused: Refused | undefined }) {
  return (
    <form
      method="post"
      action={`/organize/events/${slug}/cover/picture`}
      encType="multipart/form-data"
      className="form"
    >
      <FaultList errors={refused?.errors} />
      <PictureFileField refused={refused} hint={m['pictures.cover.file-hint']()} />
      <CoverWords field={fieldsOf(refused)} />
      <p>
        <Button>{m['pictures.cover.send']()}</Button>
      </p>
    </form>
  )
}
