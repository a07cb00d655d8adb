import * as z from 'zod/mini'
import { checkbox, oneOf, optionalLine, requiredLine } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** An entry line as a form sends it; the id is made with the page, so that a form sent twice is one note. */
export const entrySchema = z.object({
  id: z.uuid(),
  line: requiredLine(10_000),
  session: optionalLine(64),
  locale: oneOf(locales),
  at: optionalLine(5),
  offRecord: checkbox(),
})
