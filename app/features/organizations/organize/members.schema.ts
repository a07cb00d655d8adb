import * as z from 'zod/mini'
import { email, oneOf, requiredLine } from '#app/shared/forms/fields.ts'
import { locales, memberRoles } from '#app/shared/vocabulary.ts'

export const memberSchema = z.object({
  name: requiredLine(120),
  email: email(),
  role: oneOf(memberRoles),
  locale: oneOf(locales),
})

export const roleSchema = z.object({ role: oneOf(memberRoles) })
