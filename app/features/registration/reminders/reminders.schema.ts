import * as z from 'zod/mini'

/** Whether the attendee is to be reminded of the event from now on. */
export const remindersSchema = z.object({ reminders: z.enum(['on', 'off'], 'shared.form.choose') })
