import type * as z from 'zod/mini'
import type { StoredLink } from '../domain/links.server.ts'
import type { LinkDetails } from '../domain/save-link.server.ts'
import type { linkSchema } from './link-form.schema.ts'

/** What the form says, as it is stored: the address of a page elsewhere counts only where the link leads there. */
export function linkDetailsOf({
  name,
  source,
  target,
  url,
  language,
}: z.infer<typeof linkSchema>): LinkDetails {
  return {
    name,
    source,
    target,
    url: target === 'page' ? new URL(url).href : null,
    locale: language || null,
  }
}

export function linkFormValues({ name, source, target, url, locale }: StoredLink) {
  return { name, source, target, url: url ?? '', language: locale ?? '' }
}
