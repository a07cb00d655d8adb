import * as z from 'zod/mini'
import { oneOf, optionalLine, requiredText } from '#app/shared/forms/fields.ts'
import { approvalVerdicts, locales } from '#app/shared/vocabulary.ts'

export const verdictSchema = z.object({
  note: z.string().check(z.uuid('shared.form.missing')),
  locale: oneOf(locales),
  words: requiredText(5000),
  verdict: oneOf(approvalVerdicts),
  reason: optionalLine(300),
})
