import * as z from 'zod/mini'
import { email, oneOf } from '#app/shared/forms/fields.ts'
import { locales } from '#app/shared/vocabulary.ts'

/** Where somebody is to be told, in which language. */
export const openingSchema = z.object({ email: email(), language: oneOf(locales) })

/** What the owner of a mailed link says. */
export const wishSchema = z.object({ wish: z._default(z.enum(['yes', 'no'], 'shared.form.choose'), 'yes') })
