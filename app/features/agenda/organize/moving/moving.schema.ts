import * as z from 'zod/mini'
import { optionalLine } from '#app/shared/forms/fields.ts'

/** A press moves by minutes; else the session goes to a time of its day and a room. `seen` is where it stood on the page. */
export const movingSchema = z.object({
  by: z.optional(z.enum(['-10', '-5', '5', '10', '15', '30'], 'shared.form.out-of-date')),
  start: optionalLine(10),
  room: z._default(z.union([z.literal(''), z.uuid('shared.form.choose')]), ''),
  seen: optionalLine(40),
})
