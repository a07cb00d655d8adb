import { m } from '#app/paraglide/messages.js'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import type { Difference } from '#app/shared/forms/merge.ts'
import type { Conflict } from '#app/shared/forms/merged-form.server.ts'
import { RadioGroup } from '#app/ui/fields/choice-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { FaultList } from './fault-list.tsx'
import { fieldName } from './field-names.ts'

type Refused = { errors: FormErrors; values: FormValues }
/** What an action answered, with both versions where two people changed the same. */
export type RefusedVersions = Refused & { conflict?: Conflict | undefined }
type FormVersionsProps = {
  refused: RefusedVersions | undefined
  /** What the form was made from, when nothing was answered yet. */
  base: string
}

/** Top of a form that merges with what others save meanwhile: what it was made from, what is asked, what is wrong. */
export function FormVersions({ refused, base }: FormVersionsProps) {
  const conflict = refused?.conflict
  const { form, ...faults } = refused?.errors ?? {}
  return (
    <>
      <input type="hidden" name="base" value={refused?.values.base?.toString() ?? base} />
      {conflict && <VersionsPanel differences={conflict.differences} seen={conflict.seen} />}
      <FaultList errors={conflict ? faults : refused?.errors} />
    </>
  )
}

type VersionsPanelProps = {
  differences: readonly (Difference & { label?: string })[]
  seen: string
}

/** Both versions of every field that two people changed, with nothing chosen yet. What was typed stays in the form. */
export function VersionsPanel({ differences, seen }: VersionsPanelProps) {
  return (
    <section className="stack" aria-labelledby="versions">
      <Notice tone="problem" live title={<span id="versions">{m['organize.versions.title']()}</span>}>
        <p>{m['organize.versions.lead']()}</p>
      </Notice>
      <input type="hidden" name="seen" value={seen} />
      {differences.map(({ field, label, mine, theirs }) => (
        <RadioGroup
          key={field}
          name={`choice.${field}`}
          label={label ?? fieldName(field)}
          required
          options={[
            { value: 'mine', label: <Version side={m['organize.versions.mine']()} text={mine} /> },
            { value: 'theirs', label: <Version side={m['organize.versions.theirs']()} text={theirs} /> },
          ]}
        />
      ))}
    </section>
  )
}

function Version({ side, text }: { side: string; text: string }) {
  return (
    <>
      <strong>{side}</strong>
      <span className="version-text">{text === 'on' ? m['organize.category.yes']() : text || '—'}</span>
    </>
  )
}
