import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText, rowId } from '#app/shared/forms/fields.ts'
import { tagsField } from '../guest/guest-form.schema.ts'

/** Whom an organizer chose in the list, by which filter it was narrowed, and what a step is told besides. */
export const selectionSchema = z.object({
  id: z._default(z.array(rowId()).check(z.maxLength(1000, 'shared.form.wrong')), []),
  all: checkbox(),
  q: optionalLine(200),
  state: optionalLine(20),
  category: optionalLine(100),
  tag: optionalLine(40),
  vip: optionalLine(5),
  answer: optionalLine(130),
  sort: optionalLine(20),
  reason: optionalText(500),
  to: optionalLine(100),
  tags: z._default(tagsField, []),
})
export type SelectionInput = z.infer<typeof selectionSchema>
