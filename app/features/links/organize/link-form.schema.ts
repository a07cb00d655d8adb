import * as z from 'zod/mini'
import { oneOf, optionalLink, requiredLine } from '#app/shared/forms/fields.ts'
import { linkSources, linkTargets, locales } from '#app/shared/vocabulary.ts'

/** The form of a counted link, in the names it has on the wire. */
export const linkSchema = z
  .object({
    name: requiredLine(120),
    source: oneOf(linkSources),
    target: oneOf(linkTargets),
    url: optionalLink(500),
    language: z._default(z.enum(['', ...locales], 'shared.form.choose'), ''),
  })
  .check(
    z.refine(({ target, url }) => target !== 'page' || url !== '', {
      error: 'links.form.url-missing',
      path: ['url'],
    }),
  )
