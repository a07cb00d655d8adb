import * as z from 'zod/mini'
import { checkbox, oneOf, optionalCount, optionalLine, optionalText } from '#app/shared/forms/fields.ts'
import { sectionKinds } from '#app/shared/vocabulary.ts'

/** A section of a festival as organizers write it. */
export const sectionSchema = z.object({
  name: z.object({ vi: optionalLine(160), en: optionalLine(160), confirmed: checkbox() }).check(
    z.refine(({ vi, en }) => vi + en !== '', {
      error: 'shared.refusal.section-name-missing',
      path: ['vi'],
    }),
  ),
  kind: oneOf(sectionKinds),
  description: z.object({ vi: optionalText(2000), en: optionalText(2000), confirmed: checkbox() }),
  position: optionalCount(1000),
})
