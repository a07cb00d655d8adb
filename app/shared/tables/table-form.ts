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
  /** The header and delimiter that these columns are of: with others the columns are others too. */
  columnsOf: z._default(z.string().check(z.maxLength(12)), ''),
}

type Given = {
  delimiter?: (typeof delimiters)[number] | undefined
  header?: number | undefined
  column: readonly string[]
  columnsOf?: string
}

/** What was chosen of a table; a column that is no field of this kind of table is left out. */
export function tableChoices(given: Given, fields: readonly string[]): TableChoices {
  const { delimiter, header, column, columnsOf = '' } = given
  const isOfThese =
    columnsOf === '' || columnsOf === columnsMark({ header: header ?? 0, delimiter: delimiter ?? '' })
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(header !== undefined && { header }),
    ...(isOfThese &&
      column.length > 0 && { columns: column.map((one) => (fields.includes(one) ? one : null)) }),
  }
}

/** By what a page knows later whether the columns that it showed are still those of the table. */
export const columnsMark = (table: { header: number; delimiter: string }) =>
  `${table.header} ${table.delimiter}`
