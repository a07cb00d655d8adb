import * as z from 'zod/mini'
import { oneOf, optionalLine, requiredText, rowId } from '#app/shared/forms/fields.ts'
import { approvalVerdicts, locales } from '#app/shared/vocabulary.ts'

export const verdictSchema = z.object({
  note: rowId(),
  locale: oneOf(locales),
  words: requiredText(5000),
  verdict: oneOf(approvalVerdicts),
  reason: optionalLine(300),
})
