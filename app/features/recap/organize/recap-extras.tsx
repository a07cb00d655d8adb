import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { RecapDesk } from '../domain/recap-desk.server.ts'

type Props = {
  desk: Pick<RecapDesk, 'recordings' | 'files'>
  here: string
  refused: { errors: FormErrors; values: FormValues } | undefined
  mayPublish: boolean
}

/** What can be seen again: recordings that lie elsewhere, and speakers' slides that are open to everybody. */
export function RecapExtras({ desk, here, refused, mayPublish }: Props) {
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(refused?.values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  const label = m['recap.desk.recording']()
  return (
    <section className="stack" aria-labelledby="extras">
      <h2 className="title-m" id="extras">
        {m['recap.page.recordings']()}
      </h2>
      <ul className="stack snug">
        {desk.recordings.map(({ id, title, url }) => (
          <li key={id} className="cluster">
            <a href={url} rel="noopener">
              <Translated value={title} />
            </a>
            <form method="post" action={here}>
              <input type="hidden" name="step" value="remove-recording" />
              <Button name="recording" value={id} variant="plain">
                {m['recap.desk.remove']()}
              </Button>
            </form>
          </li>
        ))}
        {desk.files.map(({ id, name, by, isPublic }) => (
          <li key={id} className="cluster">
            {`${name} · ${by}`}
            {mayPublish && (
              <form method="post" action={here}>
                <input type="hidden" name="step" value="slides" />
                <input type="hidden" name="slides" value={id} />
                <Button name="open" value={isPublic ? 'no' : 'yes'} variant="plain">
                  {isPublic ? m['recap.desk.slides-close']({ name }) : m['recap.desk.slides-open']({ name })}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={here} noValidate className="form">
        <input type="hidden" name="step" value="add-recording" />
        <div className="pair">
          <TextField {...field('title.vi')} label={m['organize.form.in-vietnamese']({ label })} lang="vi" />
          <TextField {...field('title.en')} label={m['organize.form.in-english']({ label })} lang="en" />
        </div>
        <TextField {...field('url')} type="url" inputMode="url" label={m['recap.desk.url']()} />
        <p>
          <Button variant="quiet">{m['recap.desk.add-recording']()}</Button>
        </p>
      </form>
    </section>
  )
}
