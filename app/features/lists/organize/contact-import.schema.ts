import * as z from 'zod/mini'
import { oneOf, optionalLine } from '#app/shared/forms/fields.ts'
import { tableFields } from '#app/shared/tables/table-form.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** Addresses for a list, how they are to be read, by what right, and the language where the list names none. */
export const contactImportSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  ground: optionalLine(300),
  language: oneOf(locales),
})
