import { zodResolver } from '@hookform/resolvers/zod'
import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { type DefaultValues, type FieldErrors, type FieldValues, type Path, useForm } from 'react-hook-form'
import type { $ZodType, output } from 'zod/v4/core'
import { messageFor } from './form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from './form-values.ts'
import { useEarlyTyping } from './use-early-typing.ts'

/** What a refused action gave back, as `useActionData` hands it over. */
export type Refused = { errors: FormErrors; values: FormValues }

type Typed<S extends $ZodType> = S['_zod']['input'] & FieldValues

/**
 * A native form checked in the browser by the action's own schema. Without JavaScript the same markup shows the
 * action's faults and keeps what was typed: spread `onSubmit` on the <Form>, `field(name)` on each input.
 */
export function useSchemaForm<S extends $ZodType>(schema: S, refused?: Refused, initial: FormValues = {}) {
  const submit = useSubmit()
  const navigation = useNavigation()
  const values = refused?.values ?? initial
  const form = useForm<Typed<S>, unknown, output<S> & FieldValues>({
    resolver: zodResolver(schema as never) as never,
    // Not on blur: a fault that appears there moves the button away from under the press.
    mode: 'onSubmit',
    // It would go by the order in which fields were registered, which is not the order on the page.
    shouldFocusError: false,
    defaultValues: values as DefaultValues<Typed<S>>,
    ...(refused && { errors: refused.errors as FieldErrors<Typed<S>> }),
  })

  useEarlyTyping((name, text) => form.setValue(name as Path<Typed<S>>, text as never))
  const sent = useRef<HTMLFormElement | null>(null)
  useEffect(() => {
    if (refused) focusFirstFault(sent.current, refused.errors)
  }, [refused])

  const fault = (name: string): string | undefined => {
    const found =
      faultAt(form.formState.errors as FormErrors, name) ??
      (form.formState.isDirty ? undefined : faultAt(refused?.errors, name))
    return found && messageFor(found.message)
  }

  return {
    form,
    values,
    isSending: navigation.state !== 'idle',
    /** The sentence at a field, or undefined. `form` is the fault of the form as a whole. */
    fault,
    /** For an <input>, <select> or <textarea> that holds text. */
    field: (name: Path<Typed<S>>) => ({
      ...form.register(name),
      defaultValue: asText(valueAt(values, name)),
    }),
    /** For one checkbox, or one of several that share a name, and for radio buttons. */
    choice: (name: Path<Typed<S>>, value = 'on') => ({
      ...form.register(name),
      value,
      defaultChecked: isChosen(valueAt(values, name), value),
    }),
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      const element = event.currentTarget
      const { submitter } = event.nativeEvent as SubmitEvent
      event.preventDefault()
      sent.current = element
      void form.handleSubmit(
        () => submit((submitter ?? element) as HTMLFormElement),
        (errors) => focusFirstFault(element, errors as FormErrors),
      )(event)
    },
  }
}

function focusFirstFault(form: HTMLFormElement | null, errors: FormErrors) {
  const controls = [...(form?.elements ?? [])] as HTMLInputElement[]
  const found = controls.find(({ name, type }) => name && type !== 'hidden' && faultAt(errors, name))
  if (found) return found.focus()
  // Of the form as a whole, or of what nobody sees: the list above says it, once it is drawn.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('.form-errors')?.focus())
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isChosen(value: unknown, choice: string): boolean {
  return Array.isArray(value)
    ? value.includes(choice)
    : value === choice || (choice === 'on' && value === true)
}
