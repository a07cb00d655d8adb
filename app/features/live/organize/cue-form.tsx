import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { cueLabels } from '../cue-text.tsx'
import type { Cue } from '../domain/cues.server.ts'
import { cueFormValues } from './cue-form-values.ts'

type CueFormProps = {
  id: string
  person: string
  title: string
  cue: Cue | null
  refused: Refused | undefined
}

/** What the moderator should have at hand about somebody, or about the session, as one form. */
export function CueForm({ id, person, title, cue, refused }: CueFormProps) {
  const stored = cueFormValues(cue)
  const values = refused?.values ?? stored
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      id: `${name}-${id}`,
      name,
      rows: 3,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  return (
    <form
      method="post"
      noValidate
      className="form"
      id={`cue-${id}`}
      tabIndex={-1}
      aria-label={title}
      key={cue?.revision ?? 0}
    >
      <h2 className="title-m">{title}</h2>
      <input type="hidden" name="person" value={person} />
      <FormVersions refused={refused} base={footprint(stored)} />
      {(['introduction', 'questions'] as const).map((name) => (
        <div className="pair" key={name}>
          <TextArea
            {...field(`${name}.vi`)}
            label={m['organize.form.in-vietnamese']({ label: cueLabels[name]() })}
            lang="vi"
          />
          <TextArea
            {...field(`${name}.en`)}
            label={m['organize.form.in-english']({ label: cueLabels[name]() })}
            lang="en"
          />
        </div>
      ))}
      <TextArea {...field('handOver')} label={cueLabels.handOver()} rows={2} />
      <div className="pair">
        <TextArea {...field('interpreting')} label={cueLabels.interpreting()} rows={2} />
        <TextArea {...field('technical')} label={cueLabels.technical()} rows={2} />
      </div>
      <p>
        <Button variant="quiet">{m['live.cue.save']({ name: title })}</Button>
      </p>
    </form>
  )
}
