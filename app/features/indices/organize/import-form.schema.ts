import * as z from 'zod/mini'
import { optionalLine } from '#app/shared/forms/fields.ts'
import { tableFields } from '#app/shared/tables/table-form.ts'

/** A table for an edition, how it is to be read, and who says so where it does not. */
export const editionImportSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  source: z._default(z.object({ vi: optionalLine(200), en: optionalLine(200) }), { vi: '', en: '' }),
})
