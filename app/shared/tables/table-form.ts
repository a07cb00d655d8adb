import * as z from 'zod/mini'
import { encodings } from './encoding-names.ts'
import { delimiters, type TableChoices } from './read-table.ts'

/** The fields with which a page says how a table is to be read. */
export const tableFields = {
  bytes: z._default(z.string().check(z.regex(/^[A-Za-z0-9+/=]*$/)), ''),
  encoding: z.optional(z.enum(encodings)),
  delimiter: z.optional(z.enum(delimiters)),
  header: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10_000))),
  column: z._default(z.array(z.string().check(z.maxLength(40))), []),
}

type Given = {
  delimiter?: (typeof delimiters)[number] | undefined
  header?: number | undefined
  column: readonly string[]
}

/** What was chosen of a table; a column that is no field of this kind of table is left out. */
export function tableChoices({ delimiter, header, column }: Given, fields: readonly string[]): TableChoices {
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(header !== undefined && { header }),
    ...(column.length > 0 && { columns: column.map((one) => (fields.includes(one) ? one : null)) }),
  }
}
