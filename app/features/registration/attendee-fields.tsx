import { useContext } from 'react'
import { m } from '#app/paraglide/messages.js'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { NonceContext } from '#app/shared/http/nonce.ts'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { likelyAddress } from './domain/links/likely-address.ts'

export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const

type FieldsForm = Pick<FormTools, 'field' | 'fault' | 'values'>

/** Name, organization, position: what is asked of every attendee, in every form. */
export function AttendeeFields({ field, fault }: FieldsForm) {
  return (
    <>
      <TextField
        {...field('name')}
        name="name"
        label={m['registration.form.name']()}
        hint={m['registration.form.name-hint']()}
        error={fault('name')}
        autoComplete="name"
        required
      />
      <TextField
        {...field('organization')}
        name="organization"
        label={m['registration.form.organization']()}
        error={fault('organization')}
        autoComplete="organization"
        optional
      />
      <TextField
        {...field('position')}
        name="position"
        label={m['registration.form.position']()}
        error={fault('position')}
        autoComplete="organization-title"
        optional
      />
    </>
  )
}

/** Where mails go; a slip in the address is asked after by the server, and by address-slip.ts before it is sent. */
export function EmailField({ field, fault, values }: FieldsForm) {
  const nonce = useContext(NonceContext)
  const meant = likelyAddress(String(values.email ?? ''))
  const slip = m['registration.form.email-slip']
  return (
    <>
      <TextField
        {...field('email')}
        name="email"
        label={m['registration.form.email']()}
        hint={
          <>
            {m['registration.form.email-hint']()}{' '}
            <strong data-slip={slip({ address: '{address}' })} hidden={!meant} suppressHydrationWarning>
              {meant && slip({ address: meant })}
            </strong>
          </>
        }
        error={fault('email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
      />
      <script type="module" src="/address-slip.js" {...(nonce && { nonce })} suppressHydrationWarning />
    </>
  )
}

/** The language of page and mails. */
export function LanguageField({ field, fault, values }: FieldsForm) {
  return (
    <RadioGroup
      {...field('language')}
      name="language"
      label={m['registration.form.language']()}
      error={fault('language')}
      defaultValue={String(values.language ?? '')}
      options={[
        { value: 'vi', label: <span lang="vi">{languageNames.vi}</span> },
        { value: 'en', label: <span lang="en">{languageNames.en}</span> },
      ]}
    />
  )
}
