import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, faultAt } from '#app/shared/forms/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'

type Props = {
  path: string
  logo: { width: number; height: number; isShown: boolean } | null
  refused: { errors: FormErrors } | undefined
}

/** The sign of a body: what stands there now, and the way to hand in another. */
export function OwnLogo({ path, logo, refused }: Props) {
  const fault = faultAt(refused?.errors, 'picture') ?? faultAt(refused?.errors, 'form')
  return (
    <section className="stack snug" aria-labelledby="logo">
      <h2 className="title-m" id="logo">
        {m['supporters.logo.title']()}
      </h2>
      {logo && (
        <div className="stack tight">
          <span className="logo-ground logo">
            <img
              src={`${path}/logo.webp`}
              width={logo.width}
              height={logo.height}
              alt={m['supporters.logo.own']()}
            />
          </span>
          <p className="soft">{logo.isShown ? m['supporters.logo.shown']() : m['supporters.logo.waits']()}</p>
          <form method="post" action={`${path}/logo/removal`}>
            <Button variant="plain">{m['supporters.logo.remove']()}</Button>
          </form>
        </div>
      )}
      <form method="post" action={`${path}/logo`} encType="multipart/form-data" className="form">
        <TextField
          name="picture"
          type="file"
          accept="image/*"
          label={m['supporters.logo.file']()}
          hint={m['supporters.logo.file-hint']()}
          error={fault && messageFor(fault.message)}
          required
        />
        <p>
          <Button variant="quiet">{m['supporters.logo.send']()}</Button>
        </p>
      </form>
    </section>
  )
}
