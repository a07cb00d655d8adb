import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { fieldId } from '#app/shared/forms/field-id.ts'
import { classNames } from '../class-names.ts'
import { FieldBox, type FieldTexts, fieldWiring } from './field-box.tsx'

export { CheckboxField, CheckGroup, RadioGroup } from './choice-field.tsx'

type Own<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'id' | keyof FieldTexts
> &
  FieldTexts & {
    name: string
    /** Where several forms of a page have a field of one name; else it is made from the name. */
    id?: string
  }

/** One line of text; `type`, `autoComplete`, `inputMode` and react-hook-form's register() pass through. */
export const TextField = forwardRef<HTMLInputElement, Own<'input'>>(function TextField(
  { id: given, label, hint, error, required, optional, className, type = 'text', ...rest },
  ref,
) {
  const id = given ?? fieldId(rest.name)
  return (
    <FieldBox id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <input
        ref={ref}
        type={type}
        className={classNames('input', className)}
        required={required}
        {...rest}
        {...fieldWiring(id, { hint, error })}
      />
    </FieldBox>
  )
})

/** Several lines of text; grows with what is typed where the browser can. */
export const TextArea = forwardRef<HTMLTextAreaElement, Own<'textarea'>>(function TextArea(
  { id: given, label, hint, error, required, optional, className, rows = 4, style, ...rest },
  ref,
) {
  const id = given ?? fieldId(rest.name)
  return (
    <FieldBox id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <textarea
        ref={ref}
        rows={rows}
        style={{ ...style, ['--rows' as string]: rows }}
        className={classNames('input', className)}
        required={required}
        {...rest}
        {...fieldWiring(id, { hint, error })}
      />
    </FieldBox>
  )
})

export type Option = { value: string; label: string; disabled?: boolean }
type SelectProps = Omit<Own<'select'>, 'children'> & {
  options: readonly Option[]
  /** The first, empty choice; left out when there is always a value. */
  placeholder?: string
  children?: ReactNode
}

/** One of several, closed; for five or fewer choices RadioGroup is kinder. */
export const SelectField = forwardRef<HTMLSelectElement, SelectProps>(function SelectField(
  { label, hint, error, required, optional, className, options, placeholder, children, ...rest },
  ref,
) {
  const id = fieldId(rest.name)
  return (
    <FieldBox id={id} label={label} hint={hint} error={error} required={required} optional={optional}>
      <select
        ref={ref}
        className={classNames('input', className)}
        required={required}
        {...rest}
        {...fieldWiring(id, { hint, error })}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </FieldBox>
  )
})

/** A wall-clock day and time as `YYYY-MM-DDTHH:MM`; say in the hint whose clock it is. */
export const DateTimeField = forwardRef<HTMLInputElement, Own<'input'>>(function DateTimeField(props, ref) {
  return <TextField ref={ref} {...props} type="datetime-local" />
})
