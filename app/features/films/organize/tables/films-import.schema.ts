import * as z from 'zod/mini'
import { tableFields } from '#app/shared/tables/table-form.ts'

/** A table of films, how it is to be read, and which film is meant by the lines that were asked about. */
export const filmsImportSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  apply: z._default(z.string(), ''),
  /** By the line: the address of a film, `new` or `skip`. */
  is: z._default(z.record(z.string().check(z.regex(/^\d{1,7}$/)), z.string().check(z.maxLength(300))), {}),
})
