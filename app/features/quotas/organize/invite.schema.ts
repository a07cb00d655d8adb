import * as z from 'zod/mini'
import { oneOf, requiredText } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** Guests line by line, and the language of those who name none; `replaces`: whose place the first of them gets. */
export const inviteSchema = z.object({
  text: requiredText(200_000),
  language: oneOf(locales),
})
