import * as z from 'zod/mini'
import { email, oneOf, optionalLine, requiredLine, requiredText } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** Guests line by line, and the language of those who name none. */
export const inviteSchema = z.object({
  text: requiredText(200_000),
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
