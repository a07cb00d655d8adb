import type { UseFormRegisterReturn } from 'react-hook-form'
import type { FormValues } from './form-values.ts'

/** What a form that is checked in the browser adds to a control; a plain form adds nothing. */
type Registered = { name: string } & Partial<Omit<UseFormRegisterReturn, 'name'>>

/**
 * What fields shared by several forms need of the form they stand in, whatever its schema: what `useSchemaForm` answers,
 * with names that are plain words. Written as methods, so that a form which knows fewer names fits.
 */
export type FormTools = {
  field(name: string): Registered & { defaultValue: string; error?: string | undefined }
  choice(name: string, value?: string): Registered & { value?: string; defaultChecked: boolean }
  fault(name: string): string | undefined
  values: FormValues
}
