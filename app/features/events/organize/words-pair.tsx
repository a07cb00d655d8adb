import type { ComponentProps } from 'react'
import { m } from '#app/paraglide/messages.js'
import { CheckboxField, TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type FieldOf = (name: never) => { name: string } & Record<string, unknown>
type WordsPairProps = {
  tools: { field: FieldOf; choice: FieldOf; fault: (name: string) => string | undefined }
  name: string
  label: string
  /** More than one line when given. */
  rows?: number
  required?: boolean
  hint?: string
  /** The original changed after the translation was made from it. */
  stale?: boolean
}

/** The same words in both languages, beside each other; says when the translation may be out of date. */
export function WordsPair({
  tools,
  name,
  label,
  rows,
  required = false,
  hint,
  stale = false,
}: WordsPairProps) {
  const control = (locale: 'vi' | 'en') => {
    const own = `${name}.${locale}`
    const shared = {
      ...(tools.field(own as never) as unknown as ComponentProps<typeof TextField>),
      label:
        locale === 'vi'
          ? m['organize.form.in-vietnamese']({ label })
          : m['organize.form.in-english']({ label }),
      error: tools.fault(own),
      lang: locale,
      autoComplete: 'off',
    }
    if (rows) return <TextArea {...(shared as unknown as ComponentProps<typeof TextArea>)} rows={rows} />
    return <TextField {...shared} />
  }
  return (
    <div className="stack tight">
      <div className="pair">
        {control('vi')}
        {control('en')}
      </div>
      {required && <p className="field-hint">{m['organize.form.one-language']()}</p>}
      {hint && <p className="field-hint">{hint}</p>}
      {stale && (
        <Notice tone="warning" title={m['organize.form.stale']()}>
          <CheckboxField
            {...(tools.choice(`${name}.confirmed` as never) as unknown as ComponentProps<
              typeof CheckboxField
            >)}
            label={m['organize.form.still-right']()}
          />
        </Notice>
      )}
    </div>
  )
}
