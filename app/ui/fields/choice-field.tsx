import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { fieldId } from '#app/shared/forms/field-id.ts'
import { FieldError, FieldHint, type FieldTexts, fieldWiring, LabelText } from './field-box.tsx'

type CheckboxProps = Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'type' | keyof FieldTexts> &
  FieldTexts & { name: string }

/** A yes or no, said in the label. The whole line is the target. */
export const CheckboxField = forwardRef<HTMLInputElement, CheckboxProps>(function CheckboxField(
  { label, hint, error, required, optional, ...rest },
  ref,
) {
  // One that stands alone is found by its name, as faults link to it.
  const isAlone = rest.value === undefined || rest.value === 'on'
  const id = fieldId(isAlone ? rest.name : `${rest.name}-${rest.value}`)
  return (
    <div className="field">
      <label className="choice" htmlFor={id}>
        <input
          ref={ref}
          type="checkbox"
          required={required}
          {...rest}
          {...fieldWiring(id, { hint, error })}
        />
        <span className="choice-text">
          <span>
            <LabelText label={label} required={required} optional={optional} />
          </span>
          <FieldHint id={id} hint={hint} />
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
})

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }
type RadioGroupProps = Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'type' | 'value' | keyof FieldTexts> &
  FieldTexts & { name: string; options: readonly Choice[] }

/** One of a few, all in sight. register() and `defaultValue` go to the group. */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(
  { label, hint, error, required, optional, options, defaultValue, ...rest },
  ref,
) {
  const id = fieldId(rest.name)
  const { id: _, ...wiring } = fieldWiring(id, { hint, error })
  return (
    <fieldset className="field" {...wiring}>
      <legend>
        <LabelText label={label} required={required} optional={optional} />
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className="choices">
        {options.map((option, at) => (
          <label className="choice" key={option.value}>
            <input
              ref={ref}
              type="radio"
              {...rest}
              id={at === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              required={required}
              disabled={option.disabled ?? rest.disabled}
              defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
            />
            <span className="choice-text">
              <span>{option.label}</span>
              {option.hint && <span className="field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
})

type CheckGroupProps = FieldTexts & { name: string; options: readonly Choice[]; chosen: readonly string[] }

/** Any of a few, all in sight. */
export function CheckGroup({
  name,
  label,
  hint,
  error,
  required,
  optional,
  options,
  chosen,
}: CheckGroupProps) {
  const id = fieldId(name)
  const { id: _, ...wiring } = fieldWiring(id, { hint, error })
  return (
    <fieldset className="field" {...wiring}>
      <legend>
        <LabelText label={label} required={required} optional={optional} />
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className="choices">
        {options.map((option, at) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              name={name}
              id={at === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span className="choice-text">
              <span>{option.label}</span>
              {option.hint && <span className="field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
