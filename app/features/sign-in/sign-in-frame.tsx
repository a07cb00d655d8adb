import { useLocation } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { TextField } from '#app/ui/fields/field.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'

/** A narrow page with one thing to do. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const inLanguage = (lang: string) => {
    const asked = new URLSearchParams(search)
    asked.set('lang', lang)
    return `${pathname}?${asked}`
  }
  return (
    <PublicPage languages={{ vi: inLanguage('vi'), en: inLanguage('en') }}>
      <div className="narrow stack loose">
        <h1>{title}</h1>
        {children}
      </div>
    </PublicPage>
  )
}

type SignInFieldProps = ComponentProps<typeof TextField> & { refused: Refused | undefined }

/** The page's only field, with what was typed before and what was wrong with it. */
export function SignInField({ refused, ...field }: SignInFieldProps) {
  const fault = faultAt(refused?.errors, field.name)
  const typed = refused?.values[field.name]
  return (
    <TextField
      {...field}
      defaultValue={typeof typed === 'string' ? typed : ''}
      error={fault && messageFor(fault.message)}
      autoFocus={fault !== undefined}
    />
  )
}
