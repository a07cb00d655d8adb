import { slugOf } from '#app/shared/slug.ts'

/** The address part of a person, before it is made unique; a name without Latin letters has a plain one. */
export function personSlug(name: string): string {
  return slugOf(name) || 'person'
}
