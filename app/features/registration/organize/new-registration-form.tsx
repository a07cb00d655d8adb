import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AttendeeFields, EmailField, LanguageField } from '../attendee-fields.tsx'
import { FaultSummary } from '../fault-summary.tsx'
import { addRegistrationSchema } from '../registration.schema.ts'

extendFormMessages({
  'shared.refusal.registered-already': m['shared.refusal.registered-already'],
  'shared.refusal.category-missing': m['shared.refusal.category-missing'],
  'shared.refusal.event-full': m['shared.refusal.event-full'],
  'shared.refusal.registration-cancelled': m['shared.refusal.registration-cancelled'],
})

/** A refused addition; `existing` is where the registration of that address is, when there is one. */
export type RefusedAddition = Refused & { existing?: string }

type NewRegistrationFormProps = {
  categories: readonly { code: string; name: TranslatedText }[]
  locale: Locale
  refused: RefusedAddition | undefined
}

/** What an organizer writes of somebody they add; checked by the action's schema, with script before sending. */
export function NewRegistrationForm({ categories, locale, refused }: NewRegistrationFormProps) {
  const only = categories.length === 1 ? categories[0]?.code : undefined
  const form = useSchemaForm(addRegistrationSchema, refused, { language: locale, category: only ?? '' })
  const { field, fault, values, onSubmit, isSending } = form
  return (
    <Form method="post" noValidate onSubmit={onSubmit} data-kept className="form">
      {refused?.existing ? (
        <Notice tone="warning" live title={m['shared.refusal.registered-already']()}>
          <p>
            <a href={refused.existing}>{m['registration.add.existing']()}</a>
          </p>
        </Notice>
      ) : (
        <FaultSummary
          fault={fault}
          names={['form', 'name', 'organization', 'position', 'email', 'category', 'language']}
        />
      )}
      <AttendeeFields {...form} />
      <EmailField {...form} />
      <RadioGroup
        {...field('category')}
        name="category"
        label={m['registration.list.category']()}
        error={fault('category')}
        defaultValue={String(values.category ?? '')}
        required
        options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
      />
      <LanguageField {...form} />
      <p>
        <Button disabled={isSending}>{m['registration.add.submit']()}</Button>
      </p>
    </Form>
  )
}
