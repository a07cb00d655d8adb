import * as z from 'zod/mini'
import { rowId } from '#app/shared/forms/fields.ts'

export const demoSchema = z.object({
  events: z.array(rowId()).check(z.minLength(1, 'organize.demo.none-chosen'), z.maxLength(100)),
})
