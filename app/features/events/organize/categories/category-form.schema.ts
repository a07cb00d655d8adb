import * as z from 'zod/mini'
import { checkbox, optionalCount, optionalLine, optionalText } from '#app/shared/forms/fields.ts'

const domain = /^[^\s@.]+(\.[^\s@.]+)+$/u

/** Domains one a line, or parted by commas; `@` in front is forgiven. */
const emailDomains = z.pipe(
  optionalText(2000),
  z.pipe(
    z.transform((text: string) =>
      text
        .split(/[\s,;]+/)
        .map((part) => part.replace(/^@/, '').toLowerCase())
        .filter(Boolean),
    ),
    z.array(z.string().check(z.regex(domain, 'organize.category.domain-wrong'))),
  ),
)

export const categorySchema = z.object({
  name: z.object({ vi: optionalLine(100), en: optionalLine(100), confirmed: checkbox() }).check(
    z.refine((words) => words.vi !== '' || words.en !== '', {
      error: 'organize.category.name-missing',
      path: ['vi'],
    }),
  ),
  description: z.object({ vi: optionalText(500), en: optionalText(500), confirmed: checkbox() }),
  capacity: optionalCount(),
  needsApproval: checkbox(),
  emailDomains,
  accessCode: optionalLine(60),
  companionLimit: optionalCount(10),
})
