import * as z from 'zod/mini'
import { tableFields } from '#app/shared/tables/table-form.ts'
import { nameOrders } from '../domain/import/people-columns.ts'

/** A list of people, how it is to be read, and who is meant by the lines that were asked about. */
export const importSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  apply: z._default(z.string(), ''),
  nameOrder: z.optional(z.enum(nameOrders)),
  /** By the line: the id of somebody we know, `new` or `skip`. */
  is: z._default(z.record(z.string().check(z.regex(/^\d{1,7}$/)), z.string().check(z.maxLength(60))), {}),
})
