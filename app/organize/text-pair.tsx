import { m } from '#app/paraglide/messages.js'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { CheckboxField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type TextPairProps = {
  tools: Pick<FormTools, 'field' | 'choice' | 'fault'>
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
export function TextPair({ tools, name, label, rows, required = false, hint, stale = false }: TextPairProps) {
  const control = (locale: 'vi' | 'en') => {
    const own = `${name}.${locale}`
    const shared = {
      ...tools.field(own),
      label:
        locale === 'vi'
          ? m['organize.form.in-vietnamese']({ label })
          : m['organize.form.in-english']({ label }),
      error: tools.fault(own),
      lang: locale,
      autoComplete: 'off',
    }
    if (rows) return <TextArea {...shared} rows={rows} />
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
          <CheckboxField {...tools.choice(`${name}.confirmed`)} label={m['organize.form.still-right']()} />
        </Notice>
      )}
    </div>
  )
}
