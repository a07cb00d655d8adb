import * as z from 'zod/mini'
import { oneOf, optionalLink, requiredLine } from '#app/shared/forms/fields.ts'
import { linkSources, linkTargets, locales } from '#app/shared/vocabulary.ts'

const one = /^(session|initiative)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const kinds: readonly string[] = linkTargets.filter((kind) => kind !== 'session' && kind !== 'initiative')

/** The form of a counted link, in the names it has on the wire. */
export const linkSchema = z
  .object({
    name: requiredLine(120),
    source: oneOf(linkSources),
    /** A page of the event by its code; a session or an initiative with its id behind a slash. */
    target: z
      .string('shared.form.choose')
      .check(z.refine((value) => kinds.includes(value) || one.test(value), 'shared.form.choose')),
    url: optionalLink(500),
    language: z._default(z.enum(['', ...locales], 'shared.form.choose'), ''),
  })
  .check(
    z.refine(({ target, url }) => target !== 'page' || url !== '', {
      error: 'links.form.url-missing',
      path: ['url'],
    }),
  )
