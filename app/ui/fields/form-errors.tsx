import { forwardRef, type ReactNode, useEffect } from 'react'
import { m } from '#app/paraglide/messages.js'
import { fieldId } from '#app/shared/forms/field-id.ts'

export type FormError = { name?: string | undefined; message: string }
type FormErrorsProps = { errors: readonly FormError[]; title?: ReactNode }

/** All that is wrong in a form, each a link to its field; the page that comes with it names the fields and leads there. */
export const FormErrors = forwardRef<HTMLDivElement, FormErrorsProps>(function FormErrors(
  { errors, title },
  ref,
) {
  // named-faults.ts names the fields and finds them; form-answer.js those that the page itself found.
  const said = errors.map(({ name, message }) => `${name} ${message}`).join()
  useEffect(() => {
    if (said) dispatchEvent(new Event('form-answer'))
  }, [said])
  if (errors.length === 0) return null
  return (
    <div ref={ref} className="form-errors" role="alert" tabIndex={-1}>
      <p className="notice-title">{title ?? m['shared.form.errors']()}</p>
      <ul className="error-list">
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {name ? (
              <a href={`#${fieldId(name)}`} data-field={name} suppressHydrationWarning>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
})
