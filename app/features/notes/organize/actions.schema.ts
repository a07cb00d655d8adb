import * as z from 'zod/mini'

/** The button of an action's row: done, or open after all. */
export const actionStepSchema = z.object({
  action: z.string().check(z.uuid('shared.form.missing')),
  done: z._default(z.enum(['yes', 'no']), 'no'),
})
