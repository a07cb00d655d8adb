import * as z from 'zod/mini'
import { oneOf, optionalText, requiredText, rowId } from '#app/shared/forms/fields.ts'
import { approvalVerdicts, locales } from '#app/shared/vocabulary.ts'

/** A person's answer for their words in one language; `words` are those that stood on the page. */
export const ownVerdictSchema = z.object({
  note: rowId(),
  locale: oneOf(locales),
  words: requiredText(5000),
  correction: optionalText(5000),
  verdict: oneOf(approvalVerdicts),
})

/** The owner of an action says that it is done. */
export const doneSchema = z.object({ done: rowId() })
