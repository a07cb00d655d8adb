import * as z from 'zod/mini'
import { email, oneOf, optionalLine, requiredLine } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** So many letters a list may have. */
export const longestList = 200_000

/** Guests line by line, pasted or in a file, and the language of those who name none. */
export const inviteSchema = z.object({
  text: z._default(z.string(), ''),
  file: z._default(z.nullable(z.instanceof(File)), null),
  language: oneOf(locales),
})

/** The guest who gets another's place. */
export const replacementSchema = z.object({
  name: requiredLine(120),
  email: email(),
  organization: optionalLine(160),
  position: optionalLine(160),
  language: oneOf(locales),
})
