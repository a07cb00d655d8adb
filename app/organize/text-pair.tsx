import { m } from '#app/paraglide/messages.js'
import { fieldId } from '#app/shared/forms/field-id.ts'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { CheckboxField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

type TextPairProps = {
  tools: Pick<FormTools, 'field' | 'choice' | 'fault'>
  name: string
  label: string
  /** More than one line when given. */
  rows?: number
  /** Its lines may have marks, and get tools for them when touched (public/prose.js). */
  prose?: boolean
  required?: boolean
  hint?: string
  /** The original changed after the translation was made from it. */
  stale?: boolean
}

/** The same words in both languages, beside each other; says when the translation may be out of date. */
export function TextPair(props: TextPairProps) {
  const { tools, name, label, rows, prose = false, required = false, hint, stale = false } = props
  const hintId = `${fieldId(name)}-hint`
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
      ...(hint && { 'aria-describedby': hintId }),
    }
    if (rows) return <TextArea {...shared} {...(prose && { 'data-prose': '' })} rows={rows} />
    return <TextField {...shared} />
  }
  return (
    <div className="stack tight">
      <div className="pair">
        {control('vi')}
        {control('en')}
      </div>
      {required && <p className="field-hint">{m['organize.form.one-language']()}</p>}
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {stale && (
        <Notice tone="warning" title={m['organize.form.stale']()}>
          <CheckboxField {...tools.choice(`${name}.confirmed`)} label={m['organize.form.still-right']()} />
        </Notice>
      )}
    </div>
  )
}
