import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Icon } from '../icon.tsx'

/** What every field has around it. `error` is the sentence itself, in the reader's language. */
export type FieldTexts = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  /** Says "required" beside the label; `optional` says the opposite. */
  required?: boolean | undefined
  optional?: boolean | undefined
}

/** The attributes that tie a control to its hint and error. */
export function fieldWiring(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true as const }),
  }
}

/** Label text with its marker in words. */
export function LabelText({
  label,
  required,
  optional,
}: Pick<FieldTexts, 'label' | 'required' | 'optional'>) {
  const mark = required ? m['shared.form.required']() : optional ? m['shared.form.optional']() : null
  return (
    <>
      {label}
      {mark && <span className="field-mark"> ({mark})</span>}
    </>
  )
}

/** The hint below a label. */
export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  return hint ? (
    <div className="field-hint" id={`${id}-hint`}>
      {hint}
    </div>
  ) : null
}

/** The sentence that says what is wrong and what to do. */
export function FieldError({ id, error }: { id: string; error?: string | null | undefined }) {
  return error ? (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="stop" />
      <span>{error}</span>
    </p>
  ) : null
}

type FieldBoxProps = FieldTexts & { id: string; children: ReactNode }

/** Label, hint, control and error, from top to bottom. */
export function FieldBox({ id, label, hint, error, required, optional, children }: FieldBoxProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        <LabelText label={label} required={required} optional={optional} />
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}
