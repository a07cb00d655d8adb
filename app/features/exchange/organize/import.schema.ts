import * as z from 'zod/mini'
import { checkbox } from '#app/shared/forms/fields.ts'
import { tableFields } from '#app/shared/tables/table-form.ts'
import { epochs } from '../domain/read/serial-dates.ts'

const list = z._default(z.array(z.string()), [])

/**
 * What organizers decide about a file: who is meant by a name, what a session is called, which stay as they are, of which
 * day its times are and by which clock.
 */
export const choicesSchema = z.object({
  readAsLocal: checkbox(),
  day: z._default(z.string(), ''),
  who: list,
  is: list,
  row: list,
  title: list,
  keep: list,
  take: list,
  sameNames: checkbox(),
  kindOf: list,
  kind: list,
  roomOf: list,
  room: list,
  roomName: list,
  roomIs: list,
})

/** What was uploaded or pasted; or the import whose table is to be read again, and how. */
export const uploadSchema = z.object({
  ...tableFields,
  text: z._default(z.string(), ''),
  from: z.optional(z.union([z.uuid(), z.literal('')])),
  dateOrder: z.optional(z.enum(['day-first', 'month-first'])),
  epoch: z.optional(z.enum(epochs)),
})
