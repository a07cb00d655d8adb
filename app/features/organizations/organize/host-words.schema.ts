import * as z from 'zod/mini'
import { checkbox, optionalLine, optionalText } from '#app/shared/forms/fields.ts'

const confirmed = checkbox()

/** A host's own title and greeting of an event, in both languages. */
export const hostWordsSchema = z.object({
  title: z.object({ vi: optionalLine(200), en: optionalLine(200), confirmed }),
  greeting: z.object({ vi: optionalText(2000), en: optionalText(2000), confirmed }),
})
