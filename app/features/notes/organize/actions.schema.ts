import * as z from 'zod/mini'
import { rowId } from '#app/shared/forms/fields.ts'

/** The button of an action's row: done, or open after all. */
export const actionStepSchema = z.object({
  action: rowId(),
  done: z._default(z.enum(['yes', 'no']), 'no'),
})
