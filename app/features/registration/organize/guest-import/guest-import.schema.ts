import * as z from 'zod/mini'
import { oneOf } from '#app/shared/forms/fields.ts'
import { tableFields } from '#app/shared/tables/table-form.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { categoryField } from '../../registration.schema.ts'

/** A list of guests, how it is to be read, which category they get, and the language where the list names none. */
export const guestImportSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  category: categoryField,
  language: oneOf(locales),
})
