import { slugOf } from '#app/shared/slug.ts'

/** The address part of a person, before it is made unique; a name without Latin letters has a plain one. */
export function personSlug(name: string): string {
  return slugOf(name) || 'person'
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}
